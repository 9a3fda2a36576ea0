package org.waymark.policy;

/** What was asked for may not be, as things stand; the message says why and what to do. Nothing was recorded. */
public final class PolicyRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why it may not be. */
    public enum Why {
        /** There is no such version. */
        UNKNOWN,
        /** The version has not come so far, or has come too far. */
        NOT_NOW,
        /** Somebody else must do it. */
        NOT_YOU,
        /** What was said is not enough, or is wrong. */
        INVALID
    }

    private final Why why;

    PolicyRefusal(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
