package org.waymark.assessment;

/** What police or a court made of something a young person is said to have done. */
public enum OffenceStatus implements Coded {
    ALLEGED,
    NO_FURTHER_ACTION,
    CHARGED,
    CONVICTED
}
