package org.waymark.ruleset;

import org.waymark.screening.rule.Place;

/**
 * One thing that is wrong with a rule set.
 *
 * @param place file, line and column; in a decision table, row and column of the cell
 * @param message one lower-case sentence: what was found, in backticks, and what is allowed
 * @param fix the likely fix, empty where there is no telling
 * @param page what to read about it in this repository, empty where there is nothing
 */
public record RuleFault(Place place, String message, String fix, String page) implements Comparable<RuleFault> {

    /** The folder of the repository with a page for each thing that the linter finds. */
    public static final String LINT_PAGES = "docs/lint/";

    /** The page about a factor that the catalogue does not have, which the reader finds before the linter can. */
    public static final String FACTOR_UNKNOWN = LINT_PAGES + "factor-unknown.md";

    public RuleFault(Place place, String message, String fix) {
        this(place, message, fix, "");
    }

    /** The cell of a decision table, such as {@code C12}; empty in a text file. */
    public String cell() {
        return cell(place);
    }

    /** A place as a policy officer finds it. */
    public static String where(Place place) {
        if (place.file().equals(RuleSetZip.ARCHIVE)) {
            return RuleSetZip.ARCHIVE;
        }
        return cell(place).isEmpty() ? place.toString() : place.file() + sheet(place) + ", cell " + cell(place);
    }

    private static String cell(Place place) {
        return Tables.isTable(place.file()) ? letters(place.column() - 1) + place.line() : "";
    }

    private static String sheet(Place place) {
        return place.file().endsWith(Workbooks.SUFFIX) ? ", first sheet" : "";
    }

    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    @Override
    public int compareTo(RuleFault other) {
        return place.compareTo(other.place);
    }

    @Override
    public String toString() {
        return where(place) + ": " + message + (fix.isEmpty() ? "" : "; " + fix)
                + (page.isEmpty() ? "" : " (" + page + ")");
    }
}
