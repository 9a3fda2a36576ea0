package org.waymark.screening.fact;

/** Something that a rule may match. Facts of equal content are the same fact. */
public sealed interface Fact
        permits Area,
                Contact,
                Happened,
                Measured,
                No,
                NotYes,
                Offence,
                Recommended,
                Several,
                Unclear,
                Unknown,
                Unsettled,
                Yes,
                YoungPerson {

    /** The window of a condition that names none: at any time. */
    int EVER = 0;

    /**
     * Whether the fact rests on a date that nobody gave. What such a fact supports is never faster than one working
     * day (contract, section 1).
     */
    default boolean assumed() {
        return false;
    }
}
