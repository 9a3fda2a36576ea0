package org.waymark.casework.relay;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** What this node passed on since it started. Safe for many threads. */
final class RelayCounts {

    private final AtomicLongArray sent = new AtomicLongArray(EventType.values().length);
    private final AtomicLong passedOver = new AtomicLong();

    void sent(EventType type) {
        sent.incrementAndGet(type.ordinal());
    }

    long sentOf(EventType type) {
        return sent.get(type.ordinal());
    }

    /** Entries of which nobody is told, because they are erased. */
    void passedOver(int entries) {
        passedOver.addAndGet(entries);
    }

    long passedOver() {
        return passedOver.get();
    }
}
