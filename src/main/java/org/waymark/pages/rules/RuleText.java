package org.waymark.pages.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.pages.rules.CellSpans.Cell;
import org.waymark.pages.rules.Edits.Edit;
import org.waymark.ruleset.RuleFiles;
import org.waymark.screening.rule.Rule;

/**
 * One line of a rule where it stands in its file: its figures and its words, each with its place. It finds what to
 * change and decides nothing: what comes of a change is read by the same guard as any rule file.
 *
 * @param text the whole file
 * @param figures in the order in which the sentence says them
 * @param title where the name of the rule stands
 * @param statement where what a report says stands; absent where the file has it in no place of its own
 */
record RuleText(String file, String text, List<Figure> figures, Spot title, Optional<Spot> statement) {

    private static final Pattern LIMIT = Pattern.compile(
            "\\b(withinDays|times|value|factors|domains|age|months|daysTo18)\\s*(==|>=|<=|<|>)\\s*(\\d+(?:\\.\\d+)?)");
    private static final Pattern COLUMN = Pattern.compile(
            "^\\s*(withinDays|times|value|factors|domains|age|months|daysTo18)\\s*(==|>=|<=|<|>)\\s*\\$param\\s*$");
    private static final Pattern OF = Pattern.compile("\\b(?:factor|group)\\s*==\\s*\"([a-z0-9-]+)\"");
    private static final Pattern OF_COLUMN = Pattern.compile("^\\s*(?:factor|group)\\s*==\\s*\"\\$param\"\\s*$");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final String CSV = ".drl.csv";
    private static final String TEXT = ".drl";

    /** In a table the fourth row from the top of it says what each column is. */
    private static final String KINDS = "NAME";

    /**
     * A place in the text.
     *
     * @param wrap what stands around its words there: nothing, or quotation marks of a cell
     */
    record Spot(int start, int end, String value, boolean cell) {

        Edit become(String words) {
            return new Edit(start, end, cell ? CellSpans.written(words, true) : words);
        }
    }

    /**
     * A figure.
     *
     * @param field which one it is, as rule files call it
     * @param comparison as rule files write it
     * @param of the factor or group it is about; empty where it is about the young person
     */
    record Figure(String field, String comparison, String of, int start, int end, String value) {}

    /** Finds a line in its file; nothing where that is a workbook, which is no text. */
    static Optional<RuleText> of(RuleFiles files, Rule rule) {
        String file = rule.place().file();
        byte[] content = files.all().get(file);
        if (content == null || !file.endsWith(CSV) && !file.endsWith(TEXT)) {
            return Optional.empty();
        }
        String text = new String(content, StandardCharsets.UTF_8);
        return file.endsWith(CSV) ? inTable(file, text, rule) : inText(file, text, rule);
    }

    private static Optional<RuleText> inText(String file, String text, Rule rule) {
        Matcher head = Pattern.compile("(?m)^[ \\t]*+rule[ \\t]++\"" + Pattern.quote(rule.id()) + "\\s++([^\"]*)\"")
                .matcher(text);
        if (!head.find()) {
            return Optional.empty();
        }
        Matcher end = Pattern.compile("(?m)^[ \\t]*+end[ \\t\\r]*+$").matcher(text);
        int last = end.find(head.end()) ? end.start() : text.length();
        String masked = masked(text.substring(0, last));
        Matcher when = Pattern.compile("(?m)^[ \\t]*+when\\b").matcher(masked);
        Matcher then = Pattern.compile("(?m)^[ \\t]*+then\\b").matcher(masked);
        if (!when.find(head.end()) || !then.find(when.end())) {
            return Optional.empty();
        }
        Matcher said = Pattern.compile("@Statement\\(\\s*\"([^\"]*)\"\\s*\\)").matcher(text);
        Optional<Spot> statement = said.find(head.end()) && said.start() < last
                ? Optional.of(new Spot(said.start(1), said.end(1), said.group(1), false))
                : Optional.empty();
        Spot title = new Spot(head.start(1), head.end(1), head.group(1), false);
        return Optional.of(new RuleText(file, text, limits(masked, when.end(), then.start()), title, statement));
    }

    /** The same length, with spaces for what is commented out. */
    private static String masked(String text) {
        Matcher comment = Pattern.compile("(?m)^[ \\t]*+//.*$").matcher(text);
        return comment.replaceAll(found -> " ".repeat(found.group().length()));
    }

    private static List<Figure> limits(String text, int from, int to) {
        List<Figure> figures = new ArrayList<>();
        Matcher limit = LIMIT.matcher(text).region(from, to);
        while (limit.find()) {
            int opened = text.lastIndexOf('(', limit.start());
            int closed = text.indexOf(')', limit.end());
            Matcher of = OF.matcher(text).region(Math.max(from, opened), closed < 0 ? to : Math.min(closed, to));
            figures.add(new Figure(
                    limit.group(1),
                    limit.group(2),
                    of.find() ? of.group(1) : "",
                    limit.start(3),
                    limit.end(3),
                    limit.group(3)));
        }
        return figures;
    }

    private static Optional<RuleText> inTable(String file, String text, Rule rule) {
        List<List<Cell>> rows = CellSpans.of(text);
        int kinds = kindsAbove(rows, rule.place().line() - 1);
        Optional<List<Cell>> row = rows.stream()
                .filter(one -> one.get(0).value().startsWith(rule.id() + " "))
                .findFirst();
        if (kinds < 0 || row.isEmpty()) {
            return Optional.empty();
        }
        List<Cell> templates = rows.get(kinds + 2);
        List<Figure> figures = new ArrayList<>();
        Optional<Spot> statement = Optional.empty();
        String of = "";
        for (int column = 1; column < row.get().size() && column < templates.size(); column++) {
            Cell cell = row.get().get(column);
            String template = templates.get(column).value();
            if (OF_COLUMN.matcher(template).matches()) {
                of = cell.value();
            } else if (template.startsWith("Statement(")) {
                statement = Optional.of(new Spot(cell.start(), cell.end(), cell.value(), true));
            } else {
                figures.addAll(inCell(cell, template, text, of));
            }
        }
        Cell name = row.get().get(0);
        Spot title = new Spot(
                name.start(), name.end(), name.value().substring(rule.id().length() + 1), true);
        return Optional.of(new RuleText(file, text, figures, title, statement));
    }

    private static int kindsAbove(List<List<Cell>> rows, int line) {
        for (int i = Math.min(line, rows.size() - 1); i >= 0; i--) {
            if (rows.get(i).get(0).value().equals(KINDS)) {
                return i;
            }
        }
        return -1;
    }

    private static List<Figure> inCell(Cell cell, String template, String text, String of) {
        Matcher column = COLUMN.matcher(template);
        int inside = text.startsWith("\"", cell.start()) ? cell.start() + 1 : cell.start();
        if (column.matches() && NUMBER.matcher(cell.value()).matches()) {
            return List.of(new Figure(
                    column.group(1),
                    column.group(2),
                    of,
                    inside,
                    inside + cell.value().length(),
                    cell.value()));
        }
        return template.strip().equals("$param") ? limits(text, cell.start(), cell.end()) : List.of();
    }

    /** The file with other figures and words. */
    String with(Map<Integer, String> values, String newTitle, String newStatement, String id) {
        List<Edit> edits = new ArrayList<>();
        values.forEach((at, value) ->
                edits.add(new Edit(figures.get(at).start(), figures.get(at).end(), value)));
        if (!newTitle.equals(title.value())) {
            edits.add(title.become(title.cell() ? id + " " + newTitle : newTitle));
        }
        statement
                .filter(spot -> !spot.value().equals(newStatement))
                .ifPresent(spot -> edits.add(spot.become(newStatement)));
        return Edits.apply(text, edits);
    }
}
