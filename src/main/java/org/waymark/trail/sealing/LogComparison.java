package org.waymark.trail.sealing;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.trail.SealedEntry;
import org.waymark.trail.SealedTrail;
import org.waymark.trail.log.Checkpoint;
import org.waymark.trail.log.CompactTree;
import org.waymark.trail.log.Hash;
import org.waymark.trail.log.MerkleHashing;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.log.SignedNote.Check;
import org.waymark.trail.log.Verifier;

/**
 * Holds a store that came from somewhere, such as a backup, against what was signed: every entry of the log is hashed
 * again, and each checkpoint that is kept outside the database must be found. It needs no key to what entries say.
 */
public final class LogComparison {

    private final MongoDatabase database;
    private final LogStore log;
    private final CheckpointStore own;
    private final CheckpointFolder outside;
    private final List<Verifier> keys;

    /**
     * @param folder the checkpoints that are kept outside the database
     * @param keys those that signed the log; what another key signed does not count
     */
    public LogComparison(MongoDatabase database, Path folder, List<Verifier> keys) {
        this.database = database;
        this.log = new LogStore(database);
        this.own = new CheckpointStore(database);
        this.outside = new CheckpointFolder(folder);
        this.keys = List.copyOf(keys);
    }

    /** What comes of it. */
    public sealed interface Finding {

        /** How many entries the log has. */
        long size();
    }

    /**
     * It holds all that was signed, unchanged.
     *
     * @param outside how many checkpoints outside the database say so; 0 where there was none to ask
     * @param ofOthers how many more there are that none of the keys signed
     */
    public record Whole(long size, int outside, int ofOthers) implements Finding {}

    /**
     * It is what was signed once, and more was signed since.
     *
     * @param signed how many entries the newest checkpoint speaks of
     * @param keptAt when that one was kept
     */
    public record Older(long size, long signed, Instant keptAt) implements Finding {

        /** How many entries are missing. */
        public long missing() {
            return signed - size;
        }
    }

    /** It is not what was signed. */
    public record Different(long size, String what) implements Finding {}

    private record Signed(Checkpoint checkpoint, Instant keptAt, boolean outside) {}

    /**
     * Looks at all of it.
     *
     * @throws org.waymark.trail.TrailUnavailable where the store does not answer
     */
    public Finding compare() {
        LogHead head;
        try {
            head = log.head();
        } catch (IllegalStateException lost) {
            return new Different(0, String.valueOf(lost.getMessage()));
        }
        long size = head.tree().size();
        List<CheckpointFolder.Kept> kept = outside.kept();
        List<Signed> signed = Stream.concat(
                        kept.stream()
                                .filter(one -> isOurs(one.note()))
                                .map(one -> new Signed(Checkpoint.of(one.note()), one.writtenAt(), true)),
                        own.newest().stream().map(one -> new Signed(Checkpoint.of(one.note()), one.signedAt(), false)))
                .toList();
        Optional<String> fault = fault(head, signed);
        if (fault.isPresent()) {
            return new Different(size, fault.get());
        }
        return signed.stream()
                .max(Comparator.comparingLong(one -> one.checkpoint().size()))
                .filter(newest -> newest.checkpoint().size() > size)
                .<Finding>map(newest -> new Older(size, newest.checkpoint().size(), newest.keptAt()))
                .orElseGet(() -> whole(size, signed, kept.size()));
    }

    private static Whole whole(long size, List<Signed> signed, int kept) {
        int ours = (int) signed.stream().filter(Signed::outside).count();
        return new Whole(size, ours, kept - ours);
    }

    private boolean isOurs(SignedNote note) {
        return keys.stream().anyMatch(key -> note.check(key) == Check.VERIFIED);
    }

    /** The first thing that is not as it was signed. */
    private Optional<String> fault(LogHead head, List<Signed> signed) {
        CompactTree tree = CompactTree.EMPTY;
        for (long number = 1; number <= head.batch(); number++) {
            Optional<Batch> batch = log.batch(number);
            if (batch.isEmpty()) {
                return Optional.of("batch " + number + " of the log is missing");
            }
            List<Batch.Leaf> leaves = batch.get().leaves();
            for (int from = 0; from < leaves.size(); from += SealedTrail.PAGE) {
                List<Batch.Leaf> page = leaves.subList(from, Math.min(leaves.size(), from + SealedTrail.PAGE));
                Map<String, SealedEntry> entries = SealedTrail.unopened(
                        database, page.stream().map(Batch.Leaf::entry).toList());
                for (Batch.Leaf leaf : page) {
                    SealedEntry entry = entries.get(leaf.entry());
                    if (entry == null || !hash(entry).equals(leaf.hash())) {
                        return Optional.of("entry " + (tree.size() + 1) + " of the log "
                                + (entry == null ? "is missing" : "was changed"));
                    }
                    tree = tree.append(leaf.hash());
                    Optional<String> other = contradicted(tree, signed);
                    if (other.isPresent()) {
                        return other;
                    }
                }
            }
        }
        return tree.root().equals(head.tree().root())
                ? Optional.empty()
                : Optional.of("the head of the log does not follow from its entries");
    }

    private static Hash hash(SealedEntry entry) {
        return MerkleHashing.leaf(entry.bytes());
    }

    private static Optional<String> contradicted(CompactTree tree, List<Signed> signed) {
        return signed.stream()
                .map(Signed::checkpoint)
                .filter(one -> one.size() == tree.size())
                .filter(one -> !one.root().equals(tree.root()))
                .findFirst()
                .map(one -> "its first " + one.size() + " entries are not those of the checkpoint over " + one.size());
    }
}
