package org.waymark.ruleset;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.waymark.screening.rule.Place;

/**
 * Finds, for a fault in the expanded text of a decision table, the row and the cell that it came from. The expansion
 * says above each rule which row it is of; the cell is the one that holds what the fault speaks of.
 */
final class TablePlaces {

    private static final Pattern ROW = Pattern.compile("// rule values at [A-Z]+([0-9]+), header at [A-Z]+[0-9]+");
    private static final Pattern SPOKEN_OF = Pattern.compile("`([^`]+)`");

    private final String file;
    private final TreeMap<Integer, Integer> rowsByLine = new TreeMap<>();
    private final List<List<String>> cells;

    TablePlaces(String file, String csv, String expanded) {
        this.file = file;
        this.cells = cells(csv);
        int number = 0;
        for (String line : expanded.split("\n", -1)) {
            number++;
            Matcher row = ROW.matcher(line);
            if (row.find()) {
                rowsByLine.put(number, Integer.parseInt(row.group(1)));
            }
        }
    }

    private static List<List<String>> cells(String csv) {
        try (CSVParser parser = CSVParser.parse(new StringReader(csv), CSVFormat.DEFAULT)) {
            List<List<String>> rows = new ArrayList<>();
            for (CSVRecord row : parser) {
                rows.add(row.toList());
            }
            return rows;
        } catch (IOException | UncheckedIOException | IllegalStateException unreadable) {
            return List.of();
        }
    }

    /** The same fault, at the row and cell of the table. */
    RuleFault inTable(RuleFault fault) {
        int row = rowOf(fault.place().line());
        Matcher spoken = SPOKEN_OF.matcher(fault.message());
        int column = -1;
        while (column < 0 && spoken.find()) {
            column = columnOf(row, spoken.group(1));
        }
        return new RuleFault(new Place(file, row, Math.max(0, column) + 1), fault.message(), fault.fix());
    }

    /** The place of a word of the expansion in the table. */
    Place of(Token token) {
        int row = rowOf(token.place().line());
        return new Place(file, row, Math.max(0, columnOf(row, token.text())) + 1);
    }

    private int rowOf(int line) {
        var row = rowsByLine.floorEntry(line);
        return row == null ? 1 : row.getValue();
    }

    private int columnOf(int row, String spokenOf) {
        if (row > cells.size()) {
            return -1;
        }
        List<String> values = cells.get(row - 1);
        for (int column = 0; column < values.size(); column++) {
            if (values.get(column).contains(spokenOf)) {
                return column;
            }
        }
        return -1;
    }
}
