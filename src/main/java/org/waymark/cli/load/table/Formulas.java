package org.waymark.cli.load.table;

/**
 * Cells that a spreadsheet would run. In what is written for people to open they begin with an apostrophe, which is
 * taken off again when that is read back.
 */
final class Formulas {

    private static final String DANGEROUS = "=+-@\t\r'";
    private static final char APOSTROPHE = '\'';

    private Formulas() {}

    static String defused(String cell) {
        return !cell.isEmpty() && DANGEROUS.indexOf(cell.charAt(0)) >= 0 ? APOSTROPHE + cell : cell;
    }

    static String restored(String cell) {
        boolean defused = cell.length() > 1 && cell.charAt(0) == APOSTROPHE && DANGEROUS.indexOf(cell.charAt(1)) >= 0;
        return defused ? cell.substring(1) : cell;
    }
}
