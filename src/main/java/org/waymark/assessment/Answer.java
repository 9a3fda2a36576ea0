package org.waymark.assessment;

/** What was answered about a factor. Only {@link #NO} is no: the two last are not, and a factor not asked has no answer at all. */
public enum Answer implements Coded {
    YES,
    NO,
    /** Asked, and nobody knows. */
    UNKNOWN,
    /** Asked; signs point to it, and it is not settled. */
    YET_TO_CLARIFY;

    /** Asked, and not settled either way. */
    public boolean isUnsettled() {
        return this == UNKNOWN || this == YET_TO_CLARIFY;
    }
}
