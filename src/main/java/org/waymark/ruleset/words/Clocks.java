package org.waymark.ruleset.words;

import org.waymark.screening.pathway.Urgency;

/** How soon, in words. */
public final class Clocks {

    private Clocks() {}

    /** Such as {@code within one working day}. */
    public static String within(Urgency urgency) {
        return "within " + time(urgency);
    }

    /** Such as {@code one working day}. */
    public static String time(Urgency urgency) {
        return switch (urgency) {
            case IMMEDIATE -> "the hour";
            case SAME_DAY -> "24 hours";
            case ONE_WORKING_DAY -> "one working day";
            case FIVE_WORKING_DAYS -> "five working days";
            case TEN_WORKING_DAYS -> "ten working days";
            case PLANNED -> "20 working days";
        };
    }
}
