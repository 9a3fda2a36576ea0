package org.waymark.assessment;

/**
 * One thing that is wrong with a table of the catalogue.
 *
 * @param file which table
 * @param line where its row begins, counted from 1, the header being line 1
 * @param column the name of the column, empty for the whole row
 * @param message one lower-case sentence: what was found, in backticks, what is allowed, and the likely fix
 */
public record TableFault(String file, long line, String column, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + (column.isEmpty() ? "" : column + ": ") + message;
    }
}
