package org.waymark.trail.sealing;

import com.mongodb.MongoException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.waymark.trail.TrailUnavailable;
import org.waymark.trail.log.Hash;
import org.waymark.trail.log.MissingTile;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.log.TiledHashes;
import org.waymark.trail.log.Tree;
import org.waymark.trail.log.Verifier;
import org.waymark.trail.sealing.CheckpointStore.Kept;

/**
 * What the log says, on any node.
 *
 * <p>Every method throws {@link TrailUnavailable} where the store does not answer.
 */
public final class SealedLog {

    /** A tile may be widened between two look-ups; a new look at the head finds the new one. */
    private static final int MOST_LOOKS = 5;

    private final LogStore log;
    private final CheckpointStore checkpoints;
    private final Verifier verifier;

    SealedLog(LogStore log, CheckpointStore checkpoints, Verifier verifier) {
        this.log = log;
        this.checkpoints = checkpoints;
        this.verifier = verifier;
    }

    /** The public key of the log's own signatures. */
    public Verifier verifier() {
        return verifier;
    }

    /** How many entries are leaves by now, sealed or not yet. */
    public long size() {
        return reaching(() -> log.head().tree().size());
    }

    /** The newest checkpoint, with the signatures of witnesses that came so far; none while the log is empty. */
    public Optional<SignedNote> checkpoint() {
        return reaching(() -> checkpoints.newest().map(Kept::note));
    }

    /** When the newest checkpoint was signed, by the clock of the node that did; none while the log is empty. */
    public Optional<Instant> signedAt() {
        return reaching(() -> checkpoints.newest().map(Kept::signedAt));
    }

    /** The checkpoint of a size, if one was signed. */
    public Optional<SignedNote> checkpoint(long size) {
        return reaching(() -> checkpoints.of(size).map(Kept::note));
    }

    /** The checkpoints from one size to another, both included, by size. */
    public SortedMap<Long, SignedNote> checkpoints(long from, long to) {
        SortedMap<Long, SignedNote> found = new TreeMap<>();
        reaching(() -> checkpoints.among(from, to)).forEach(kept -> found.put(kept.size(), kept.note()));
        return found;
    }

    /** The leaves that entries are, from 0, by entry id; those that are none yet are absent. */
    public Map<String, Long> leaves(List<String> entries) {
        return reaching(() -> log.leaves(entries));
    }

    /**
     * What shows that a leaf is in the log.
     *
     * @param size the size of the checkpoint that it is shown against
     * @throws IllegalArgumentException if the log has no such size, or no such leaf at that size
     */
    public List<Hash> inclusion(long leaf, long size) {
        return reaching(() -> proving(size, tree -> tree.inclusion(leaf)));
    }

    /**
     * What shows that the log at one size is the beginning of the log at another.
     *
     * @throws IllegalArgumentException if the log has not both sizes, the older first
     */
    public List<Hash> consistency(long from, long to) {
        return reaching(() -> proving(to, tree -> tree.consistency(from)));
    }

    private List<Hash> proving(long size, Function<Tree, List<Hash>> proof) {
        for (int look = 1; true; look++) {
            long now = log.head().tree().size();
            if (size > now) {
                throw new IllegalArgumentException("the log has " + now + " entries, not `" + size + "`");
            }
            try {
                return proof.apply(new Tree(new TiledHashes(log.tiles(now), now), size));
            } catch (MissingTile e) {
                if (look == MOST_LOOKS) {
                    throw e;
                }
            }
        }
    }

    /** The id of the entry that is a leaf, from 0; absent where the log has no such leaf. */
    public Optional<String> entry(long leaf) {
        return reaching(() -> log.entry(leaf));
    }

    /** Reads on through the log, for one who remembers how far that one came. */
    public LeafReader reader() {
        return new LeafReader(log);
    }

    /**
     * The entries that are leaves, in the order of the log.
     *
     * @param from the first leaf, from 0
     * @param to the leaf after the last
     */
    public void walk(long from, long to, BiConsumer<Long, String> entry) {
        long last = reaching(() -> log.head().batch());
        // Batches hold different numbers of leaves, so they are walked from the first; each is read once.
        for (long number = 1; number <= last; number++) {
            long one = number;
            Batch batch = reaching(() -> log.batch(one)).orElseThrow();
            for (int i = 0; i < batch.leaves().size(); i++) {
                long leaf = batch.first() + i;
                if (leaf >= from && leaf < to) {
                    entry.accept(leaf, batch.leaves().get(i).entry());
                }
            }
        }
    }

    private static <T> T reaching(Supplier<T> step) {
        try {
            return step.get();
        } catch (MongoException e) {
            throw new TrailUnavailable("the trail's store does not answer", e);
        }
    }
}
