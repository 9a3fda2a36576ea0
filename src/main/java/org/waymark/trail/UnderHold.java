package org.waymark.trail;

/** A legal hold forbids an erasure. */
public final class UnderHold extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Entry hold;

    UnderHold(Entry hold) {
        super("`" + hold.actor() + "` placed a legal hold on " + hold.recordedAt()
                + ": nothing about this young person is erased until a manager releases it");
        this.hold = hold;
    }

    /** The entry by which it was placed. */
    public Entry hold() {
        return hold;
    }
}
