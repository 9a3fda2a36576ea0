package org.waymark.casework.stream;

import java.util.concurrent.atomic.LongAdder;

/**
 * Keeps two accounts apart: how often the trail's store said that a decision is recorded, and how often somebody outside
 * was told so. A difference is a decision that was answered or acknowledged and is not recorded, of which there must
 * never be one.
 *
 * <p>Every face that is given a recorded decision either tells it, or says that it did not: else what was recorded for
 * one could hide what was not recorded for another.
 */
public final class Accounts {

    private final LongAdder recorded = new LongAdder();
    private final LongAdder told = new LongAdder();
    private final LongAdder untold = new LongAdder();

    /** The store said that a decision is recorded, now or before. For where the store answers, and for no face. */
    public void recorded() {
        recorded.increment();
    }

    /** So many recorded decisions were answered, or acknowledged where they came from. */
    public void acknowledged(long decisions) {
        told.add(decisions);
    }

    /** So many decisions are recorded and were not acknowledged: they will be asked for again. */
    public void notAcknowledged(long decisions) {
        untold.add(decisions);
    }

    /** How many decisions were answered or acknowledged and are not recorded. Those under way do not count. */
    public long unrecorded() {
        // What was told is read first: what is recorded meanwhile must not look like something that is missing.
        long claimed = told.sum() + untold.sum();
        return Math.max(0, claimed - recorded.sum());
    }
}
