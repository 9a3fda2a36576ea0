package org.waymark.trail.sealing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.log.Checkpoint;
import org.waymark.trail.log.Hash;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.log.NoteSignature;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.log.SignedNote.Check;
import org.waymark.trail.log.TiledHashes;
import org.waymark.trail.log.Tree;
import org.waymark.trail.log.Verifier;
import org.waymark.trail.sealing.CheckpointStore.Kept;

/**
 * Signs checkpoints of the log, and never one that contradicts another: before each, what was signed last, and what is
 * kept outside the database, must be found in the log as it is.
 */
final class Sealer {

    private final LogKey key;
    private final Supplier<List<Verifier>> known;
    private final LogStore log;
    private final CheckpointStore checkpoints;
    private final CheckpointFolder folder;
    private final Clock clock;
    private boolean compared;
    private @Nullable Compared last;

    /** What this process has held against each other, and found to fit. */
    private record Compared(LogHead head, @Nullable SignedNote checkpoint) {}

    /** @param known every key that ever signed this log */
    Sealer(
            LogKey key,
            Supplier<List<Verifier>> known,
            LogStore log,
            CheckpointStore checkpoints,
            CheckpointFolder folder,
            Clock clock) {
        this.key = key;
        this.known = known;
        this.log = log;
        this.checkpoints = checkpoints;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Signs what the log is, unless that is signed already.
     *
     * @param atLeast how long the last one must have been out
     * @return the checkpoint, where a new one was signed
     * @throws LogTrouble where the log is not what was signed before
     */
    Optional<Kept> seal(LogHead head, Duration atLeast) {
        return seal(head, atLeast, List.of(key));
    }

    /** The same, by the key that hands over to this one as well. */
    Optional<Kept> handOver(LogHead head, LogKey from) {
        return seal(head, Duration.ZERO, List.of(from, key));
    }

    private Optional<Kept> seal(LogHead head, Duration atLeast, List<LogKey> by) {
        Optional<Kept> newest = checkpoints.newest();
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MILLIS);
        boolean due = head.tree().size() != newest.map(Kept::size).orElse(0L)
                && newest.filter(one -> one.signedAt().plus(atLeast).isAfter(now))
                        .isEmpty();
        Compared these = new Compared(head, newest.map(Kept::note).orElse(null));
        // Twice a second nothing is new: neither the log nor what was signed of it, by whomever.
        if (due || !these.equals(last)) {
            compare(head, newest);
            last = these;
        }
        if (!due) {
            return Optional.empty();
        }
        Checkpoint checkpoint =
                new Checkpoint(key.name(), head.tree().size(), head.tree().root());
        List<NoteSignature> signatures =
                by.stream().map(one -> one.sign(checkpoint.text())).toList();
        Kept kept = new Kept(checkpoint.size(), new SignedNote(checkpoint.text(), signatures), now);
        checkpoints.keep(kept);
        folder.keep(kept.note(), LocalDate.ofInstant(now, ZoneOffset.UTC));
        return Optional.of(kept);
    }

    /** With the folder once, as nobody else writes to it; with what was signed last before each signature. */
    private void compare(LogHead head, Optional<Kept> newest) {
        newest.ifPresent(one -> requireIn(head, one.note(), "the database's own last checkpoint"));
        if (!compared) {
            List<Verifier> signers = known.get();
            folder.all().stream()
                    .filter(note -> signers.stream().anyMatch(one -> note.check(one) == Check.VERIFIED))
                    .forEach(note -> requireIn(head, note, "a checkpoint that is kept outside the database"));
            newest.ifPresent(one -> folder.keep(one.note(), LocalDate.ofInstant(one.signedAt(), ZoneOffset.UTC)));
            compared = true;
        }
    }

    private void requireIn(LogHead head, SignedNote note, String which) {
        Checkpoint signed = Checkpoint.of(note);
        if (signed.size() > head.tree().size()) {
            throw new LogTrouble(which + " speaks of " + signed.size() + " entries, the log has "
                    + head.tree().size() + ": entries are lost, or an older copy was put in the place of the database");
        }
        Hash root = new Tree(
                        new TiledHashes(
                                log.tiles(head.tree().size()), head.tree().size()),
                        signed.size())
                .root();
        if (!root.equals(signed.root())) {
            throw new LogTrouble(which + " of " + signed.size() + " entries is not of this log: entries were changed,"
                    + " or another database was put in its place");
        }
    }
}
