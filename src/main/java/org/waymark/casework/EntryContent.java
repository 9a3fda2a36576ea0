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

    /** Why a professional agreed, and which evidence they looked at. */
    static final String CONFIRMATION = "confirmation";

    /** What was chosen instead, why, and what it came to under the rules of the day. */
    static final String OVERRIDE = "override";

    /** A second person's answer to it. */
    static final String COUNTERSIGNATURE = "countersignature";

    /** What came of a decision, and as what it counts in later screenings. */
    static final String OUTCOME = "outcome";

    /** What was put right. */
    static final String CORRECTION = "correction";

    /** Within a correction: what the contact should have said of the factors that it names. */
    static final String OBSERVATIONS = "observations";

    /** What somebody found who looked at a decision. */
    static final String REVIEW = "review";

    /** Why nothing may be erased, or why it may be again. */
    static final String HOLD = "hold";

    /** What somebody was shown, and why they asked. */
    static final String READING = "reading";

    private EntryContent() {}
}
