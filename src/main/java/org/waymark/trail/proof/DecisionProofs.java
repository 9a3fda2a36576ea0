package org.waymark.trail.proof;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.trail.SealedTrail;
import org.waymark.trail.TrailUnavailable;
import org.waymark.trail.log.Checkpoint;
import org.waymark.trail.log.Hash;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.sealing.SealedLog;
import org.waymark.trail.sealing.Sealing;

/**
 * Verifies one decision on the server, while somebody waits: what its capsule would hold goes through what verifies a
 * capsule, without a file between, so that nothing of it lies about. Whoever does not trust the operator verifies the
 * capsule on a machine of their own.
 */
public final class DecisionProofs {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionProofs.class);
    private static final int BUFFER = 1 << 16;

    private final TrailExport exports;
    private final SealedTrail trail;
    private final Sealing sealing;
    private final SealedLog log;
    private final RuleSetHash hash;

    DecisionProofs(TrailExport exports, SealedTrail trail, Sealing sealing, SealedLog log, RuleSetHash hash) {
        this.exports = exports;
        this.trail = trail;
        this.sealing = sealing;
        this.log = log;
        this.hash = hash;
    }

    /**
     * What came of verifying a decision.
     *
     * @param unread why what is kept could not be read to its end; absent where it was
     * @param place where it stands in the log; absent where it does not
     */
    public record Proved(
            Report report,
            @Nullable String unread,
            @Nullable Place place) {}

    /**
     * What shows that an entry is in the log, for whoever reckons it again.
     *
     * @param entry its id
     * @param leaf its place in the log, from 0
     * @param size how many entries the checkpoint covers
     * @param proof the hashes on its way to the root, the lowest first
     */
    public record Place(String entry, long leaf, long size, List<Hash> proof, SignedNote checkpoint) {

        public Place {
            proof = List.copyOf(proof);
        }
    }

    /**
     * Verifies a decision against a checkpoint that covers all that is recorded by now; nothing where none has this id.
     *
     * @throws TrailUnavailable where the store does not answer
     * @throws org.waymark.trail.sealing.LogTrouble where the log is not what was signed before
     */
    public Optional<Proved> prove(String decisionId) {
        return exports.capsule(decisionId, List.of()).map(capsule -> proved(decisionId, capsule));
    }

    private Proved proved(String decisionId, TrailExport.Ready capsule) {
        AtomicReference<@Nullable String> unread = new AtomicReference<>();
        Report report = piped(capsule, unread);
        if (!report.verified()) {
            LOG.error(
                    "The decision {} does not verify: {} faults",
                    decisionId,
                    report.faults().size());
        }
        return new Proved(report, unread.get(), place(decisionId).orElse(null));
    }

    private Report piped(TrailExport.Ready capsule, AtomicReference<@Nullable String> unread) {
        // What verifies trusts the key that this node signs with, and those it took over from.
        Anchor anchor = new Anchor(sealing.keys(), List.of(), List.of());
        try (PipedInputStream in = new PipedInputStream(BUFFER)) {
            PipedOutputStream out = new PipedOutputStream(in);
            Thread writer = new Thread(() -> writeAll(capsule, out, unread), "waymark-prove");
            writer.setDaemon(true);
            writer.start();
            return new Verification(anchor, hash).of(in);
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt();
            throw new TrailUnavailable("interrupted while a decision was verified", e);
        } catch (IOException e) {
            throw new TrailUnavailable("a decision could not be verified to the end: " + e.getMessage(), e);
        }
    }

    private static void writeAll(
            TrailExport.Ready capsule, PipedOutputStream out, AtomicReference<@Nullable String> unread) {
        try (out) {
            write(capsule, out, unread);
        } catch (IOException e) {
            // Whoever reads has seen enough, and says why.
            LOG.debug("A decision was not read to its end", e);
        }
    }

    /** What cannot be read is not told as if somebody had cut it short: it is said before the reader sees the end. */
    private static void write(TrailExport.Ready capsule, OutputStream out, AtomicReference<@Nullable String> unread)
            throws IOException {
        try {
            capsule.writeTo(out);
        } catch (TrailUnavailable e) {
            unread.set(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("What is kept of a decision cannot be read: {}", e.toString());
            unread.set("what is kept cannot be read as an entry; the service's log says why");
        }
    }

    private Optional<Place> place(String decisionId) {
        Optional<SignedNote> newest = log.checkpoint();
        return newest.flatMap(note -> trail.ofDecision(decisionId).flatMap(entry -> place(entry, note)));
    }

    private Optional<Place> place(String entry, SignedNote note) {
        long size = Checkpoint.of(note).size();
        return Optional.ofNullable(log.leaves(List.of(entry)).get(entry))
                .filter(leaf -> leaf < size)
                .map(leaf -> new Place(entry, leaf, size, log.inclusion(leaf, size), note));
    }
}
