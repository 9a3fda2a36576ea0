package org.waymark.access;

/**
 * Of which young people a call may speak. Every row of the table has one; out of a caller's areas a call is answered as
 * if there were no such thing, and what is out of them is left out of lists.
 */
enum Scope {
    /** The area in the address must be one of the caller's. */
    AREA_IN_PATH("by the area in the address"),
    /** The area that the decision of the address recorded must be; of an erased one nobody knows it: all areas. */
    AREA_OF_DECISION("by the area of the decision"),
    /** The areas that are named in what is sent must be. */
    AREA_IN_BODY("by the area that is named in what is sent"),
    /** The area that the analysis of the address was limited to must be; of one that was not, all areas. */
    AREA_OF_ANALYSIS("by the area that the analysis is limited to; one of everything: all areas"),
    /** Anybody of the role, and the answer holds only what is about the caller's areas. */
    WHAT_IS_SHOWN("what is shown is of the caller's areas only"),
    /** The caller must have all areas, and be told so by `*`. */
    EVERY_AREA("all areas (`*`)"),
    /** There is nothing about young people in it. */
    NOTHING_PERSONAL("nothing about young people");

    private final String words;

    Scope(String words) {
        this.words = words;
    }

    /** As the page of the docs says it. */
    String words() {
        return words;
    }
}
