package org.waymark.access;

/** The call is about young people of an area that is none of the caller's. */
public final class OutOfAreas extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What was asked for, and so how the refusal reads. */
    public enum What {
        /** Something at an address with an area in it: answered as an address at which nothing is. */
        ADDRESS,
        /** A decision: answered as one that is not recorded. */
        DECISION,
        /** What is about all areas at once. That there is such a thing is no secret. */
        EVERYTHING
    }

    private final What what;
    private final transient Areas areas;

    OutOfAreas(What what, Areas areas) {
        super("out of the caller's areas");
        this.what = what;
        this.areas = areas;
    }

    public What what() {
        return what;
    }

    /** Those that the caller has. */
    public Areas areas() {
        return areas;
    }
}
