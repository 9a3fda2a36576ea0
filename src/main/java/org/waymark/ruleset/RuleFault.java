package org.waymark.ruleset;

import org.waymark.screening.rule.Place;

/**
 * One thing that is wrong with a rule set.
 *
 * @param place file, line and column
 * @param cell the cell of a decision table, such as {@code C12}, empty in a text file
 * @param message one lower-case sentence: what was found, in backticks, and what is allowed
 * @param fix the likely fix, empty where there is no telling
 */
public record RuleFault(Place place, String cell, String message, String fix) implements Comparable<RuleFault> {

    static RuleFault at(Place place, String message, String fix) {
        return new RuleFault(place, "", message, fix);
    }

    @Override
    public int compareTo(RuleFault other) {
        return place.compareTo(other.place);
    }

    @Override
    public String toString() {
        String where = cell.isEmpty() ? place.toString() : place.file() + ":" + place.line() + " (cell " + cell + ")";
        return where + ": " + message + (fix.isEmpty() ? "" : "; " + fix);
    }
}
