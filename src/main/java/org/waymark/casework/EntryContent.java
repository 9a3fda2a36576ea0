package org.waymark.casework;

/** The names under which an entry holds its texts. */
final class EntryContent {

    /** The submitted document, canonical: all of it, notes and monitoring too. */
    static final String ASSESSMENT = "assessment";

    /** Which entries counted as history. */
    static final String HISTORY = "history";

    /** The decision as answered: outcome, reasons and the rule set's hash. */
    static final String DECISION = "decision";

    /** What computed it. */
    static final String ENGINE = "engine";

    /** What came out of a try, and which submission it was of. */
    static final String TRIED = "tried";

    private EntryContent() {}
}
