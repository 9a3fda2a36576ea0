package org.waymark.casework.nightly;

import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.waymark.trail.Entry;
import org.waymark.trail.Kind;
import org.waymark.trail.Trail;

/**
 * Entries that made a decision, drawn from the log by chance: each leaf as likely as any other, and found by a few looks
 * at the log's batches, so that no more is read than is drawn.
 */
final class LeafSample {

    /** Leaves drawn at most for one decision that is wanted: other kinds of entry are leaves too. */
    private static final int DRAWS_FOR_ONE = 10;

    /** The log, as far as it is looked at. */
    interface Leaves {

        /** How many there are. */
        long size();

        /** The id of the entry that is a leaf, from 0. */
        Optional<String> entry(long leaf);
    }

    private final Leaves log;
    private final Trail trail;
    private final Random random;

    LeafSample(Leaves log, Trail trail, Random random) {
        this.log = log;
        this.trail = trail;
        this.random = random;
    }

    /**
     * At most so many, read as they are taken. Where the log is short all that it has are among them.
     *
     * @param size how many leaves the log has
     */
    Stream<Entry> decisions(int most, long size) {
        long draws = Math.min(size, (long) most * DRAWS_FOR_ONE);
        Stream<Long> leaves = size <= draws ? all(size) : some(size, draws);
        return leaves.map(this::decision).flatMap(Optional::stream).limit(most);
    }

    private Stream<Long> all(long size) {
        return LongStream.range(0, size).boxed().collect(Collectors.collectingAndThen(Collectors.toList(), leaves -> {
            Collections.shuffle(leaves, random);
            return leaves.stream();
        }));
    }

    private Stream<Long> some(long size, long draws) {
        return random.longs(draws, 0, size).distinct().boxed();
    }

    private Optional<Entry> decision(long leaf) {
        return log.entry(leaf)
                .flatMap(id -> trail.after(Entry.personOf(id), Entry.sequenceOf(id) - 1).stream()
                        .findFirst())
                .filter(entry -> entry.kind() == Kind.SCREENED);
    }
}
