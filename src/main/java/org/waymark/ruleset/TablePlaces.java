package org.waymark.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.screening.rule.Place;

/**
 * Finds, for a fault in the expanded text of a decision table, the row and the cell that it came from. The expansion
 * says above each rule which row it is of, and under which heading; the cell is the one of that row that holds what
 * the fault speaks of, or else stands under it.
 */
final class TablePlaces {

    private static final Pattern ROW = Pattern.compile("// rule values at [A-Z]+([0-9]+), header at [A-Z]+([0-9]+)");
    private static final Pattern SPOKEN_OF = Pattern.compile("`([^`]+)`");

    /** Below the word RuleTable one row says what a column is, one the fact, and one the field or the verb. */
    private static final int ROWS_OF_A_HEADING = 3;

    /** A row of the table, and the row of the word RuleTable above it. */
    private record Row(int number, int heading) {}

    private final String file;
    private final TreeMap<Integer, Row> rowsByLine = new TreeMap<>();
    private final List<List<String>> cells;

    TablePlaces(String file, List<List<String>> cells, String expanded) {
        this.file = file;
        this.cells = cells;
        int number = 0;
        for (String line : expanded.split("\n", -1)) {
            number++;
            Matcher row = ROW.matcher(line);
            if (row.find()) {
                rowsByLine.put(number, new Row(Integer.parseInt(row.group(1)), Integer.parseInt(row.group(2))));
            }
        }
    }

    /** The rows that became rules. */
    List<Integer> rows() {
        return rowsByLine.values().stream().map(Row::number).toList();
    }

    /** The same fault, at the row and cell of the table. */
    RuleFault inTable(RuleFault fault) {
        List<String> spokenOf = new ArrayList<>();
        Matcher spoken = SPOKEN_OF.matcher(fault.message());
        while (spoken.find()) {
            spokenOf.add(spoken.group(1));
        }
        return new RuleFault(find(fault.place().line(), spokenOf), fault.message(), fault.fix(), fault.page());
    }

    /** The place of a word of the expansion in the table. */
    Place of(Token token) {
        return find(token.place().line(), List.of(token.text()));
    }

    private Place find(int line, List<String> spokenOf) {
        Map.Entry<Integer, Row> entry = rowsByLine.floorEntry(line);
        if (entry == null) {
            return new Place(file, 1, 1);
        }
        Row row = entry.getValue();
        List<Integer> rows = new ArrayList<>(List.of(row.number()));
        for (int i = 1; i <= ROWS_OF_A_HEADING; i++) {
            rows.add(row.heading() + i);
        }
        for (String text : spokenOf) {
            for (int number : rows) {
                int column = columnOf(number, text);
                if (column >= 0) {
                    return new Place(file, row.number(), column + 1);
                }
            }
        }
        return new Place(file, row.number(), 1);
    }

    private int columnOf(int row, String text) {
        if (row > cells.size()) {
            return -1;
        }
        List<String> values = cells.get(row - 1);
        int exact = first(values, text::equals);
        return exact >= 0 ? exact : first(values, value -> holds(value, text));
    }

    private static int first(List<String> values, Predicate<String> which) {
        for (int column = 0; column < values.size(); column++) {
            if (which.test(values.get(column))) {
                return column;
            }
        }
        return -1;
    }

    /** Whether a cell holds the text as a word of its own: 3 is not in 30. */
    private static boolean holds(String value, String text) {
        return !text.isEmpty()
                && Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(text) + "(?![A-Za-z0-9])")
                        .matcher(value)
                        .find();
    }
}
