package org.waymark.trail;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Legal holds: while one stands nothing about the young person is erased. */
public final class Holds {

    private Holds() {}

    /** The entry of the hold that stands, where one does. Told from kinds alone, which nothing can take away. */
    public static Optional<Entry> standing(List<Entry> entries) {
        @Nullable Entry last = null;
        for (Entry entry : entries) {
            last = entry.kind() == Kind.HELD || entry.kind() == Kind.RELEASED ? entry : last;
        }
        return Optional.ofNullable(last).filter(entry -> entry.kind() == Kind.HELD);
    }
}
