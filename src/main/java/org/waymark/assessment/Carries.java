package org.waymark.assessment;

/** How long what was said about a factor counts at later contacts. */
public enum Carries implements Coded {
    /** For ever, by its date. */
    DATED,
    /** Until a later answer of equal or better basis. */
    UNTIL_CHANGED,
    /** Only at the contact that said it. */
    NOW
}
