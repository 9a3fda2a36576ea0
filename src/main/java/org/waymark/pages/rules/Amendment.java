package org.waymark.pages.rules;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.pages.rules.CellSpans.Cell;
import org.waymark.pages.rules.Edits.Edit;
import org.waymark.pages.rules.RuleText.Figure;
import org.waymark.ruleset.Register;
import org.waymark.ruleset.RuleFiles;
import org.waymark.screening.rule.Rule;

/**
 * A change of figures of one line, with everything that belongs to it: its name and what a report says, the register,
 * what the rule is about, the tests, and the name of the version.
 *
 * @param values the new figures, by their place among those of the line
 * @param tests the tests of the line as they are to be; empty where it has none
 * @param version the name of the new version
 * @param reason why, for the list of changes that the version carries with it; empty where nobody said yet
 */
record Amendment(
        RuleFiles files,
        Rule rule,
        RuleText text,
        Map<Integer, String> values,
        String title,
        String statement,
        String tests,
        String version,
        String reason) {

    private static final String MANIFEST = "manifest.yaml";
    private static final Pattern CHANGES = Pattern.compile("(?m)^changes:[ \\t]*\\R");
    private static final Pattern NAME = Pattern.compile("(?m)^name:.*$");

    Amendment {
        values = Map.copyOf(values);
    }

    /** All files of the version that it makes. */
    RuleFiles made() {
        SortedMap<String, byte[]> all = files.all();
        put(all, text.file(), text.with(values, title, statement, rule.id()));
        register(all);
        manifest(all);
        LineTests.of(files, rule.id()).ifPresent(line -> put(all, line.file(), line.with(tests)));
        return RuleFiles.of(all);
    }

    private static void put(SortedMap<String, byte[]> all, String name, String content) {
        all.put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> read(SortedMap<String, byte[]> all, String name) {
        return Optional.ofNullable(all.get(name)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private void register(SortedMap<String, byte[]> all) {
        read(all, Register.FILE).ifPresent(csv -> {
            for (List<Cell> row : CellSpans.of(csv)) {
                if (row.size() > 2
                        && row.get(0).value().strip().equals(rule.id())
                        && row.get(2).value().equals(rule.title())) {
                    Cell cell = row.get(2);
                    boolean quoted = csv.startsWith("\"", cell.start());
                    Edit edit = new Edit(cell.start(), cell.end(), CellSpans.written(title, quoted));
                    put(all, Register.FILE, Edits.apply(csv, List.of(edit)));
                    return;
                }
            }
        });
    }

    /** What the rule is about is told once for all its lines, so it is changed only where it says what the line does. */
    private void manifest(SortedMap<String, byte[]> all) {
        read(all, MANIFEST).ifPresent(yaml -> {
            String named = NAME.matcher(yaml).replaceFirst(Matcher.quoteReplacement("name: \"" + version + "\""));
            String about =
                    "(?m)^(\\s+" + Pattern.quote(rule.family()) + ":\\s*)\"" + Pattern.quote(rule.title()) + "\"\\s*$";
            String told = Pattern.compile(about)
                    .matcher(named)
                    .replaceFirst("$1" + Matcher.quoteReplacement('"' + title + '"'));
            put(all, MANIFEST, withReason(told));
        });
    }

    /** The linter asks of a line that does less that the version itself says who decided it, and on what evidence. */
    private String withReason(String yaml) {
        Matcher changes = CHANGES.matcher(yaml);
        if (reason.isEmpty() || !changes.find()) {
            return yaml;
        }
        String said =
                reason.replaceAll("[\\p{Cntrl}\\s]+", " ").replace('"', '\'').replace("\\", "");
        return yaml.substring(0, changes.end()) + "  - \"" + rule.id() + ": " + said + "\"\n"
                + yaml.substring(changes.end());
    }

    /** What a text about the line should say with these figures. */
    static String suggested(String words, List<Figure> figures, Map<Integer, String> values) {
        String moved = words;
        for (Map.Entry<Integer, String> one : new TreeMap<>(values).entrySet()) {
            Figure figure = figures.get(one.getKey());
            if (!figure.value().equals(one.getValue())) {
                moved = NumberWords.moved(moved, figure.value(), one.getValue());
            }
        }
        return moved;
    }

    /** The tests of the line with these figures. */
    static String suggestedTests(String block, List<Figure> figures, Map<Integer, String> values) {
        String moved = block;
        for (Map.Entry<Integer, String> one : new TreeMap<>(values).entrySet()) {
            Figure figure = figures.get(one.getKey());
            if (!figure.value().equals(one.getValue())) {
                moved = LineTests.moved(moved, figure, one.getValue());
            }
        }
        return moved;
    }
}
