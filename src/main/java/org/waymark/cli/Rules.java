package org.waymark.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetReader;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.ruleset.book.BookScenario;
import org.waymark.ruleset.book.BookScenarios;
import org.waymark.ruleset.scenario.ScenarioReader;
import org.waymark.ruleset.scenario.ScenariosRejected;
import org.waymark.screening.rule.RuleSet;

/** Reads the rule set that a command names. */
final class Rules {

    private Rules() {}

    /** The folder that a command names, or where it names none. */
    static final String DEFAULT_FOLDER = "${env:WAYMARK_RULES_DIR:-rules}";

    /** Reads something of a folder with a rule set. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(Path folder) throws RuleSetRejected;
    }

    /** A rule set that can screen. */
    static RuleSet in(Path folder) {
        return read(folder, one -> RuleSetReader.read(RuleFiles.in(one)));
    }

    /** A rule set to be read by people, which takes a second and not twenty. */
    static CheckedRules checked(Path folder) {
        return read(folder, one -> RuleSetReader.check(RuleFiles.in(one)));
    }

    /** Its files, as they stand. */
    static RuleFiles files(Path folder) {
        return read(folder, RuleFiles::in);
    }

    /** How its lines were tried. */
    static List<BookScenario> scenarios(Path folder) {
        CheckedRules rules = checked(folder);
        try {
            return BookScenarios.of(ScenarioReader.read(folder.resolve(RuleFiles.SCENARIOS), rules.asked()));
        } catch (ScenariosRejected rejected) {
            throw new UsersFault(rejected.describe());
        }
    }

    private static <T> T read(Path folder, Reading<T> reading) {
        if (!Files.isDirectory(folder)) {
            throw new UsersFault("there is no folder `" + folder
                    + "` with a rule set; name one with --rules DIR or WAYMARK_RULES_DIR");
        }
        try {
            return reading.of(folder);
        } catch (RuleSetRejected rejected) {
            throw new UsersFault(rejected.describe());
        }
    }
}
