package org.waymark.trail.proof;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.waymark.trail.log.Checkpoint;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.log.SignedNote.Check;
import org.waymark.trail.log.Verifier;
import org.waymark.trail.sealing.SealedLog;

/** Which checkpoints stand in a file of some entries of the log beside the newest, and which keys signed them. */
final class PartCheckpoints {

    /** How far behind an entry to look for the first checkpoint that covers it: they come every few seconds. */
    private static final int NEAR = 1000;

    private final SignedNote newest;
    private final long size;
    private final SealedLog log;
    private final List<Verifier> known;
    private final SortedMap<Long, SignedNote> older = new TreeMap<>(Comparator.reverseOrder());

    /** @param known every key that ever signed the log */
    PartCheckpoints(SignedNote newest, SealedLog log, List<Verifier> known) {
        this.newest = newest;
        this.size = Checkpoint.of(newest).size();
        this.log = log;
        this.known = known;
    }

    /** Takes the first that covers each of these leaves: it says when a witness saw the entry. */
    void cover(Collection<Long> leaves) {
        leaves.forEach(leaf -> near(leaf).limit(1).forEach(this::take));
    }

    /** Takes the first that covers each of these leaves and bears this key's signature: it hands over to another. */
    void cover(Collection<Long> leaves, Verifier by) {
        leaves.forEach(leaf -> near(leaf)
                .filter(note -> note.check(by) == Check.VERIFIED)
                .limit(1)
                .forEach(this::take));
    }

    /** Takes those of these sizes, as far as there are such. */
    void continues(Collection<Long> sizes) {
        sizes.forEach(one -> log.checkpoint(one).ifPresent(this::take));
    }

    private Stream<SignedNote> near(long leaf) {
        return log.checkpoints(leaf + 1, leaf + NEAR).values().stream();
    }

    private void take(SignedNote note) {
        long of = Checkpoint.of(note).size();
        if (of < size && known.stream().anyMatch(key -> note.check(key) == Check.VERIFIED)) {
            older.put(of, note);
        }
    }

    /** The older ones by size, the larger first. */
    SortedMap<Long, SignedNote> older() {
        return older;
    }

    /** The keys that signed one of them or the newest, in the order in which they signed the log. */
    List<Verifier> keys() {
        return known.stream()
                .filter(key -> Stream.concat(Stream.of(newest), older.values().stream())
                        .anyMatch(note -> note.check(key) == Check.VERIFIED))
                .toList();
    }
}
