package org.waymark.ruleset;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.waymark.screening.rule.Place;

/** Looks at the cells of a decision table before Drools expands it, and at what Drools left out after it. */
final class TableCells {

    /*
     * Drools puts a cell of a rule's row in every place that the heading has for it. A table of a few hundred kilobytes
     * could ask for gigabytes; these limits keep the longest expansion to some megabytes.
     */
    private static final int MOST_CELLS = 20_000;
    private static final int LONGEST_CELL = 600;
    private static final int MOST_PLACES_IN_A_CELL = 4;

    /** How many rows stand between the word RuleTable and the first rule. */
    private static final int HEADING = 4;

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

    private final String file;
    private final Faults faults;

    TableCells(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** The rows of a table, empty ones included; none, with a fault, where it is not CSV. */
    List<List<String>> read(String csv) {
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(csv), FORMAT)) {
            for (CSVRecord row : parser) {
                rows.add(row.toList());
            }
        } catch (IOException | UncheckedIOException | IllegalStateException unreadable) {
            faults.add(
                    new Place(file, rows.size() + 1, 1),
                    "the table cannot be read from here on",
                    "is a quotation mark left open, or not doubled inside quotes?");
        }
        return rows;
    }

    void checkSize(List<List<String>> rows) {
        int cells = rows.stream().mapToInt(List::size).sum();
        if (cells > MOST_CELLS) {
            faults.add(
                    new Place(file, 1, 1),
                    "the table has " + cells + " cells, and " + MOST_CELLS + " are allowed",
                    "split it");
        }
        for (int row = 1; row <= rows.size(); row++) {
            List<String> values = rows.get(row - 1);
            for (int column = 1; column <= values.size(); column++) {
                check(new Place(file, row, column), values.get(column - 1));
            }
        }
    }

    /** A name is what a rule is known by; a quotation mark would leave the text that it stands in. */
    void checkRows(List<List<String>> rows) {
        int table = 0;
        for (int row = 1; row <= rows.size(); row++) {
            List<String> values = rows.get(row - 1);
            if (startsTable(values)) {
                table = row;
            } else if (table > 0 && row > table + HEADING && !isEmpty(values)) {
                checkRow(rows, table, row);
            }
        }
    }

    private void checkRow(List<List<String>> rows, int table, int row) {
        for (int column = 1; column <= rows.get(row - 1).size(); column++) {
            String value = cell(rows, row, column);
            Place place = new Place(file, row, column);
            if (value.isEmpty() && cell(rows, table + 1, column).equals("NAME")) {
                faults.add(place, "the rule of this row has no name", "write one, such as `SG-12 Missing three times`");
            }
            if (value.contains("\"")) {
                faults.add(place, "the cell holds a quotation mark", "take it out");
            }
        }
    }

    /** Above the first table a spreadsheet may declare functions, imports and variables; this one may not. */
    void checkSections(List<List<String>> rows) {
        for (int row = 1; row <= rows.size() && !startsTable(rows.get(row - 1)); row++) {
            String section = cell(rows, row, 1);
            if (!isEmpty(rows.get(row - 1)) && !section.equals("RuleSet")) {
                faults.add(
                        new Place(file, row, 1),
                        "`" + section + "` stands above the table",
                        "only `RuleSet` and empty rows may stand above `RuleTable`");
            }
        }
    }

    private static boolean startsTable(List<String> row) {
        return !row.isEmpty() && row.get(0).strip().startsWith("RuleTable");
    }

    private void check(Place place, String cell) {
        if (cell.length() > LONGEST_CELL) {
            faults.add(
                    place,
                    "the cell has " + cell.length() + " characters, and " + LONGEST_CELL + " are allowed",
                    "shorten it");
        }
        if (cell.chars().filter(one -> one == '$').count() > MOST_PLACES_IN_A_CELL) {
            faults.add(
                    place,
                    "the cell has more than " + MOST_PLACES_IN_A_CELL + " places for a value",
                    "spread it over more columns");
        }
        if (cell.contains("forall")) {
            faults.add(place, "`forall` is not part of the rule language", "write a row for each value");
        }
    }

    /**
     * Reports what Drools passes over without a word: a row below an empty one, a value that stands under no heading. A
     * rule that is not read is a child that is not seen.
     */
    void checkAllRead(List<List<String>> rows, Collection<Integer> read) {
        int table = 0;
        for (int row = 1; row <= rows.size(); row++) {
            List<String> values = rows.get(row - 1);
            if (startsTable(values)) {
                table = row;
            } else if (table > 0 && row > table + HEADING && !isEmpty(values)) {
                if (!read.contains(row)) {
                    faults.add(
                            new Place(file, row, 1),
                            "the row is not read",
                            "take out the empty row above it, and give it a name in its first cell");
                }
                checkHeadings(rows, table, row);
            }
        }
    }

    private void checkHeadings(List<List<String>> rows, int table, int row) {
        List<String> values = rows.get(row - 1);
        for (int column = 1; column <= values.size(); column++) {
            String heading = cell(rows, table + 1, column);
            boolean says = !cell(rows, table + 3, column).isEmpty() || heading.startsWith("N");
            if (!cell(rows, row, column).isEmpty() && (heading.isEmpty() || !says)) {
                faults.add(
                        new Place(file, row, column),
                        "the cell `" + cell(rows, row, column) + "` stands under no heading, and is not read",
                        "say above it what it is: NAME, CONDITION, ACTION or METADATA, and the words that it belongs to");
            }
        }
    }

    private static boolean isEmpty(List<String> values) {
        return values.stream().allMatch(String::isBlank);
    }

    private static String cell(List<List<String>> rows, int row, int column) {
        if (row > rows.size() || column > rows.get(row - 1).size()) {
            return "";
        }
        return rows.get(row - 1).get(column - 1).strip();
    }
}
