package org.waymark.pages.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.log.Checkpoint;
import org.waymark.trail.log.Cosignature;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.log.Verifier;
import org.waymark.trail.sealing.SealedLog;
import org.waymark.trail.sealing.Sealing;

/**
 * How the log stands.
 *
 * @param size how many entries it has
 * @param sealed how many of them the newest checkpoint covers
 * @param signedAt when that was signed, by the service's own clock; absent while the log is empty
 * @param witnesses every agency that is asked to cosign
 * @param trouble why nothing is sealed any more; absent where it is
 */
record LogState(
        long size,
        long sealed,
        String origin,
        String root,
        @Nullable Instant signedAt,
        List<Witnessed> witnesses,
        @Nullable String trouble) {

    private static final long MOST_SECONDS = 253_402_300_799L;

    LogState {
        witnesses = List.copyOf(witnesses);
    }

    /**
     * An agency that is asked to cosign what it sees.
     *
     * @param seenAt when it cosigned the newest checkpoint, by its own clock; absent where it did not
     * @param trouble why it did not, if that is known
     */
    record Witnessed(
            String name, @Nullable Instant seenAt, @Nullable String trouble) {}

    static LogState of(SealedLog log, Sealing sealing) {
        Optional<SignedNote> note = log.checkpoint();
        Optional<Checkpoint> checkpoint = note.map(Checkpoint::of);
        return new LogState(
                log.size(),
                checkpoint.map(Checkpoint::size).orElse(0L),
                checkpoint.map(Checkpoint::origin).orElse(""),
                checkpoint.map(one -> one.root().base64()).orElse(""),
                log.signedAt().orElse(null),
                witnesses(note, sealing),
                sealing.trouble().orElse(null));
    }

    private static List<Witnessed> witnesses(Optional<SignedNote> note, Sealing sealing) {
        Map<String, String> trouble = sealing.witnessTrouble();
        return sealing.witnesses().stream()
                .map(key -> new Witnessed(
                        key.name(), note.flatMap(one -> seen(one, key)).orElse(null), trouble.get(key.name())))
                .toList();
    }

    private static Optional<Instant> seen(SignedNote note, Verifier witness) {
        if (note.check(witness) != SignedNote.Check.VERIFIED) {
            return Optional.empty();
        }
        return note.signatures().stream()
                .filter(witness::named)
                .map(one -> Cosignature.of(one).time())
                .filter(time -> time <= MOST_SECONDS)
                .map(Instant::ofEpochSecond)
                .findFirst();
    }

    public boolean isEmpty() {
        return signedAt == null;
    }
}
