package org.waymark.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.screening.rule.RuleSet;
import org.waymark.screening.rule.TreeEngine;

/** The repository's rules with a slip of a policy author in them, read and checked but not compiled. */
public final class EditedRules {

    private final Map<String, byte[]> files;

    private EditedRules(Map<String, byte[]> files) {
        this.files = files;
    }

    public static EditedRules asTheyAre() {
        return new EditedRules(new TreeMap<>(RuleFiles.in(ActiveRules.FOLDER).files()));
    }

    /** The same with one text of a file, which stands there, put for another, wherever it stands. */
    public EditedRules changing(String file, String from, String to) {
        String before = new String(files.get(file), StandardCharsets.UTF_8);
        assertThat(before).contains(from);
        return with(file, before.replace(from, to));
    }

    /** The same with a line more. */
    public EditedRules adding(String id, String when, String then) {
        return with("added-" + id.toLowerCase(java.util.Locale.ROOT) + ".drl", SmallRules.line(id, when, then));
    }

    /** The same with a row more at the end of a table. */
    public EditedRules addingRow(String file, String row) {
        return with(file, new String(files.get(file), StandardCharsets.UTF_8) + row + "\n");
    }

    private EditedRules with(String file, String content) {
        Map<String, byte[]> more = new TreeMap<>(files);
        more.put(file, content.getBytes(StandardCharsets.UTF_8));
        return new EditedRules(more);
    }

    /** The rule set, asked by its tree. */
    public RuleSet ruleSet() {
        try {
            CheckedRules checked = RuleSetReader.check(RuleFiles.of(files));
            return new RuleSet(
                    checked.manifest(),
                    RuleFiles.of(files).hash(),
                    checked.catalogue(),
                    checked.workingDays(),
                    checked.rules(),
                    new TreeEngine(checked.rules()));
        } catch (RuleSetRejected rejected) {
            throw new AssertionError(rejected.describe(), rejected);
        }
    }

    /** Why the rules are turned away. */
    public List<String> faults() {
        try {
            RuleSetReader.check(RuleFiles.of(files));
            return List.of();
        } catch (RuleSetRejected rejected) {
            return rejected.faults().stream().map(RuleFault::toString).toList();
        }
    }
}
