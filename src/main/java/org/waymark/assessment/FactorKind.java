package org.waymark.assessment;

/** What kind of thing a factor observes. */
public enum FactorKind implements Coded {
    /** Holds or does not hold. */
    STATE,
    /** Happens, at dates. */
    EVENT,
    /** Has a figure, in the unit that the catalogue gives. */
    MEASURE
}
