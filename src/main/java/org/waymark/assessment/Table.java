package org.waymark.assessment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV text as rows by column name. What is wrong with its shape is added to the faults. */
final class Table {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();

    private final String file;
    private final List<TableFault> faults;
    private final List<Row> rows = new ArrayList<>();
    private List<String> header = List.of();

    private Table(String file, List<TableFault> faults) {
        this.file = file;
        this.faults = faults;
    }

    /** The rows of a table that has these columns and no other. */
    static List<Row> rows(String file, String csv, List<String> columns, List<TableFault> faults) {
        return new Table(file, faults).read(csv, columns, false);
    }

    /** The rows of a table that has these columns, and may have more that are for people only. */
    static List<Row> rowsOfAtLeast(String file, String csv, List<String> columns, List<TableFault> faults) {
        return new Table(file, faults).read(csv, columns, true);
    }

    private List<Row> read(String csv, List<String> columns, boolean mayHaveMore) {
        readRecords(csv, columns, mayHaveMore);
        if (header.isEmpty()) {
            fault(1, "", "is empty, the header " + Quoted.of(String.join(",", columns)) + " is needed");
        }
        return rows;
    }

    private void readRecords(String csv, List<String> columns, boolean mayHaveMore) {
        long line = 1;
        try (CSVParser parser = CSVParser.parse(csv, FORMAT)) {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                CSVRecord record = records.next();
                if (header.isEmpty()) {
                    header = record.toList();
                    if (!isRight(columns, mayHaveMore)) {
                        // Every row below would only say again what is wrong with the header.
                        return;
                    }
                } else {
                    add(record, line);
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException unreadable) {
            fault(line, "", "is not CSV from here on: is a quotation mark left open, or not doubled inside quotes?");
        }
    }

    private boolean isRight(List<String> columns, boolean mayHaveMore) {
        int before = faults.size();
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!seen.add(name)) {
                fault(1, name, "this column is there twice");
            } else if (!mayHaveMore && !columns.contains(name)) {
                fault(1, name, "unknown column " + Quoted.of(name) + Nearest.hint(name, columns));
            }
        }
        columns.stream().filter(name -> !seen.contains(name)).forEach(name -> fault(1, name, "this column is missing"));
        return faults.size() == before;
    }

    private void add(CSVRecord record, long line) {
        if (record.size() != header.size()) {
            fault(
                    line,
                    "",
                    "has " + record.size() + " cells where the header has " + header.size()
                            + ": does a cell with a comma want quotation marks?");
            return;
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), record.get(i));
        }
        rows.add(new Row(file, line, cells, faults));
    }

    private void fault(long line, String column, String message) {
        faults.add(new TableFault(file, line, column, message));
    }
}
