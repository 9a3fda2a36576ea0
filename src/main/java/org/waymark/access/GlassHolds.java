package org.waymark.access;

/** Somebody would break the glass, and it holds. */
public final class GlassHolds extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why it does. */
    public enum Why {
        /** It is for managers and auditors, and for reading. */
        NOT_YOURS,
        /** The reason is too short, too long, or holds what nobody can read. */
        NO_REASON
    }

    private final Why why;

    GlassHolds(Why why) {
        super("the glass holds");
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
