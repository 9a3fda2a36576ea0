package org.waymark.ruleset.safety;

import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Every passage of one search, from the beginnings that cases can have. Safe for many threads. */
final class Passages {

    private final ValueSpace space;
    private final AtomicReferenceArray<@Nullable Passage> starts = new AtomicReferenceArray<>(Circumstance.SETS);

    Passages(ValueSpace space) {
        this.space = space;
    }

    ValueSpace space() {
        return space;
    }

    /** The beginning of every case for which the guards look at this, as bits of {@link Circumstance}. */
    Passage start(int guarded) {
        Passage known = starts.get(guarded);
        if (known != null) {
            return known;
        }
        starts.compareAndSet(guarded, null, Passage.start(space, guarded));
        return Objects.requireNonNull(starts.get(guarded));
    }

    /** Every result that any case came to, as bits of {@link Strength}. */
    SortedSet<Long> results() {
        SortedSet<Long> results = new TreeSet<>();
        for (int guarded = 0; guarded < Circumstance.SETS; guarded++) {
            Passage start = starts.get(guarded);
            if (start != null) {
                start.addResults(results);
            }
        }
        return results;
    }
}
