package org.waymark.pages.rules;

import java.util.ArrayList;
import java.util.List;

/** Where the cells of a table in a text file stand, so that one can be changed and every other byte stays. */
final class CellSpans {

    /**
     * One cell.
     *
     * @param start where it begins in the text, its quotation mark included
     * @param end behind its last character
     * @param value what it says
     */
    record Cell(int start, int end, String value) {}

    private CellSpans() {}

    /** Every row, by the order of the file; cells in quotation marks may hold commas and line breaks. */
    static List<List<Cell>> of(String csv) {
        List<List<Cell>> rows = new ArrayList<>();
        List<Cell> row = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i <= csv.length(); i++) {
            char c = i == csv.length() ? '\n' : csv.charAt(i);
            if (c == '"' && i < csv.length()) {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n') || i == csv.length()) {
                row.add(cell(csv, start, i));
                start = i + 1;
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            }
        }
        return rows;
    }

    private static Cell cell(String csv, int start, int end) {
        int last = end > start && csv.charAt(end - 1) == '\r' ? end - 1 : end;
        String text = csv.substring(start, last);
        boolean inQuotes = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        String value = inQuotes ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
        return new Cell(start, last, value);
    }

    /** A value as it stands in a file: in quotation marks where it needs them, or where the cell had them. */
    static String written(String value, boolean quoted) {
        return quoted || value.contains(",") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
