package org.waymark.trail.sealing;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Json;
import org.waymark.trail.Appended;
import org.waymark.trail.Draft;
import org.waymark.trail.Entry;
import org.waymark.trail.Kind;
import org.waymark.trail.Person;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.TrailCannotStart;
import org.waymark.trail.TrailUnavailable;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.log.SignedNote.Check;
import org.waymark.trail.log.Verifier;
import org.waymark.trail.sealing.CheckpointStore.Kept;

/**
 * Hands the log over from one key to the next: an entry names both, and the last checkpoint that the old key signs
 * covers that entry, and is the first that the new one signs. Whoever trusts the old key thereby knows the new one.
 */
final class KeyChange {

    private static final String CONTENT = "key-changed";
    private static final String ACTOR = "system";

    private final LogKey key;
    private final @Nullable LogKey previous;
    private final Trail trail;
    private final Pseudonyms pseudonyms;
    private final CheckpointStore checkpoints;
    private final Clock clock;

    KeyChange(
            LogKey key,
            @Nullable LogKey previous,
            Trail trail,
            Pseudonyms pseudonyms,
            CheckpointStore checkpoints,
            Clock clock) {
        this.key = key;
        this.previous = previous;
        this.trail = trail;
        this.pseudonyms = pseudonyms;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /** Every key that ever signed this log, each once, this one's own last. */
    List<Verifier> known() {
        Verifier own = key.verifier();
        Stream<Verifier> before = handovers()
                .map(entry -> Json.read(Objects.requireNonNull(entry.content().get(CONTENT))))
                .map(change -> Verifier.parse(change.path("from").asString()));
        // While another node signs with the key that is to hand over, that is not recorded yet.
        Stream<Verifier> still = Stream.ofNullable(previous)
                .map(LogKey::verifier)
                .filter(key -> checkpoints
                        .newest()
                        .filter(kept -> kept.note().check(key) == Check.VERIFIED)
                        .isPresent());
        List<Verifier> known = new ArrayList<>(Stream.concat(before, still)
                .filter(one -> !one.equals(own))
                .distinct()
                .toList());
        known.add(own);
        return known;
    }

    /** The ids of the entries that tell of a handover, oldest first. */
    List<String> entries() {
        return handovers().map(Entry::id).toList();
    }

    private Stream<Entry> handovers() {
        return trail.of(log()).stream().filter(entry -> entry.content().containsKey(CONTENT));
    }

    /**
     * Refuses to begin with a key that could not seal: a node that shares a store must share its log key, and would
     * otherwise only find out when it is its turn to seal.
     *
     * @throws TrailCannotStart where the newest checkpoint is by a key that is not at hand
     * @throws TrailUnavailable where the store does not answer
     */
    void requireAtHand() {
        try {
            predecessor();
        } catch (LogTrouble e) {
            throw new TrailCannotStart(String.valueOf(e.getMessage()), e);
        } catch (MongoException e) {
            throw new TrailUnavailable("the trail's store does not answer", e);
        }
    }

    /**
     * Hands over, where the newest checkpoint is by the key before this one.
     *
     * @throws LogTrouble where it is by a key that is not at hand
     */
    void complete(Sequencer sequencer, Sealer sealer) {
        predecessor().ifPresent(old -> {
            record(old.verifier());
            sequencer.run().ifPresent(head -> sealer.handOver(head, old));
        });
    }

    /** The key before this one, where the newest checkpoint is by it. */
    private Optional<LogKey> predecessor() {
        Optional<Kept> newest = checkpoints.newest();
        if (newest.isEmpty() || newest.get().note().check(key.verifier()) == Check.VERIFIED) {
            return Optional.empty();
        }
        LogKey old = previous;
        if (old == null
                || newest.get().note().check(old.verifier()) != Check.VERIFIED
                || !old.name().equals(key.name())) {
            throw new LogTrouble("the newest checkpoint is signed by another key than `"
                    + key.verifier().text() + "`; put that key back and name its file with WAYMARK_LOG_KEY_FILE (nodes"
                    + " that share a store share it), or hand over from it: name its file with"
                    + " WAYMARK_LOG_PREVIOUS_KEY_FILE, and give the new key the same name");
        }
        return Optional.of(old);
    }

    private void record(Verifier from) {
        Map<String, String> change = new LinkedHashMap<>();
        change.put("from", from.text());
        change.put("to", key.verifier().text());
        String text = Json.write(change);
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MILLIS);
        Draft draft = new Draft(Kind.LOG, pseudonyms.attempt(), null, ACTOR, now, Map.of(CONTENT, text));
        while (true) {
            List<Entry> before = trail.of(log());
            boolean recorded = before.stream()
                    .anyMatch(entry -> text.equals(entry.content().get(CONTENT)));
            if (recorded || trail.append(log(), before.size() + 1L, draft) instanceof Appended.Recorded) {
                return;
            }
        }
    }

    private Person log() {
        return pseudonyms.log();
    }
}
