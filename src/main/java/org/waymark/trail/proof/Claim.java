package org.waymark.trail.proof;

/**
 * What a line says of itself or of another.
 *
 * @param about what it is about: a letter for what kind of thing, then its name
 * @param entry the id of the entry that says it
 * @param hash of that thing, where it has one; empty otherwise
 */
record Claim(String about, Kind kind, long line, String entry, String hash) {

    static final Claim NONE = new Claim("", Kind.IS, 0, "", "");

    /** What is said. The order is that in which they are looked at. */
    enum Kind {
        /** This is it. */
        IS,
        /** This stands directly after it. */
        FOLLOWS,
        /** This rests on it, wherever it stands. */
        RESTS_ON,
        /** What it says is not in the file, though it is no open entry. */
        WITHHELD,
        /** This records that what it said was erased. */
        ERASES
    }

    static final char ENTRY = 'e';
    static final char LANE = 'l';
    static final char SUBMISSION = 's';
    static final char DECISION = 'd';

    char topic() {
        return about.charAt(0);
    }

    String name() {
        return about.substring(1);
    }
}
