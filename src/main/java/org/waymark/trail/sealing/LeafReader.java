package org.waymark.trail.sealing;

import com.mongodb.MongoException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.TrailUnavailable;

/**
 * Reads on through the log from wherever its user has come to: a look for what is new costs one look-up by number, and
 * each batch is read once. What is in the log is read, sealed or not yet. For one thread at a time.
 */
public final class LeafReader {

    private final LogStore log;
    private @Nullable Batch at;

    LeafReader(LogStore log) {
        this.log = log;
    }

    /**
     * The ids of the entries that are leaves from one on, in their order; none where the log has not come that far yet.
     *
     * @param leaf the first, from 0
     * @param most how many at most; fewer do not mean that there are no more
     * @throws TrailUnavailable where the store does not answer
     * @throws IllegalStateException where the log ends before that leaf: it was cut short
     */
    public List<String> from(long leaf, int most) {
        try {
            return batch(leaf)
                    .map(batch -> batch.leaves().stream()
                            .skip(leaf - batch.first())
                            .limit(most)
                            .map(Batch.Leaf::entry)
                            .toList())
                    .orElse(List.of());
        } catch (MongoException e) {
            throw new TrailUnavailable("the trail's store does not answer", e);
        }
    }

    private Optional<Batch> batch(long leaf) {
        Batch known = at;
        if (known == null || leaf < known.first() || leaf > known.end()) {
            known = log.holding(leaf).or(log::last).orElse(null);
        }
        // A batch is in the log from when it is written, which is before the head that is noted.
        Optional<Batch> next = known == null ? log.batch(1) : Optional.of(known);
        while (next.isPresent() && leaf >= next.get().end()) {
            known = next.get();
            next = log.batch(known.after().batch() + 1);
        }
        at = next.orElse(known);
        long end = at == null ? 0 : at.end();
        if (leaf > end) {
            throw new IllegalStateException(
                    "the log ends at " + end + " entries, and " + leaf + " of it were read before");
        }
        return next;
    }
}
