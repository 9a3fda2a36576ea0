package org.waymark.trail.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.waymark.trail.Entry;
import org.waymark.trail.Person;
import org.waymark.trail.SealedTrail;
import org.waymark.trail.SealedTrail.Held;
import org.waymark.trail.TrailUnavailable;
import org.waymark.trail.log.Checkpoint;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.log.SignedNote.Check;
import org.waymark.trail.log.Verifier;
import org.waymark.trail.proof.ExportLine.CheckpointLine;
import org.waymark.trail.proof.ExportLine.ConsistencyLine;
import org.waymark.trail.proof.ExportLine.Header;
import org.waymark.trail.proof.Scope.OneDecision;
import org.waymark.trail.proof.Scope.OnePerson;
import org.waymark.trail.proof.Scope.WholeLog;
import org.waymark.trail.sealing.SealedLog;
import org.waymark.trail.sealing.Sealing;

/**
 * Writes trails as files that prove themselves. Each covers all that was recorded when it was asked for; a checkpoint
 * is signed first, and sent to the witnesses.
 *
 * <p>Every method throws {@link org.waymark.trail.TrailUnavailable} where the store does not answer.
 */
public final class TrailExport {

    /** How far behind an entry to look for the first checkpoint that covers it: they come every few seconds. */
    private static final int NEAR = 1000;

    /** Entries looked for at once. */
    private static final int PAGE = 100;

    private final SealedTrail trail;
    private final Sealing sealing;
    private final SealedLog log;
    private final LogKey key;
    private final RuleSetSource ruleSets;

    public TrailExport(SealedTrail trail, Sealing sealing, SealedLog log, LogKey key, RuleSetSource ruleSets) {
        this.trail = trail;
        this.sealing = sealing;
        this.log = log;
        this.key = key;
        this.ruleSets = ruleSets;
    }

    /** A file that is ready to be written. */
    @FunctionalInterface
    public interface Ready {

        /** @throws IOException if it cannot be written; then half of it is, and verifying says so */
        void writeTo(OutputStream out) throws IOException;
    }

    /** The whole log; nothing while it is empty. */
    public Optional<Ready> wholeLog() {
        return sealing.witnessedNow().map(note -> out -> new Writing(note, new WholeLog(), out).whole());
    }

    /**
     * All about one young person; nothing for somebody unknown.
     *
     * @param continues sizes of checkpoints that somebody has, and wants to see continued
     */
    public Optional<Ready> person(Person person, Collection<Long> continues) {
        return part(new OnePerson(person.pseudonym()), () -> about(person), continues);
    }

    /** The ids of the entries about a person as the log has them, so that one that is lost from the store is missed. */
    private List<String> about(Person person) {
        List<String> ids = new ArrayList<>();
        for (long first = 1; true; first += PAGE) {
            List<String> asked = LongStream.range(first, first + PAGE)
                    .mapToObj(sequence -> Entry.id(person, sequence))
                    .toList();
            Set<String> there = log.leaves(asked).keySet();
            if (there.isEmpty()) {
                return ids;
            }
            asked.stream().filter(there::contains).forEach(ids::add);
        }
    }

    /**
     * One decision with the entries that were its history; nothing for one that is unknown.
     *
     * @param continues sizes of checkpoints that somebody has, and wants to see continued
     */
    public Optional<Ready> capsule(String decisionId, Collection<Long> continues) {
        return part(new OneDecision(decisionId), () -> behind(decisionId), continues);
    }

    private List<String> behind(String decisionId) {
        Set<String> entries = new LinkedHashSet<>();
        trail.ofDecision(decisionId).ifPresent(id -> {
            entries.add(id);
            trail.named(List.of(id)).values().forEach(held -> entries.addAll(References.history(held.content())));
        });
        return List.copyOf(entries);
    }

    /** @param entries to be asked when all that is recorded is in the log */
    private Optional<Ready> part(Scope scope, Supplier<List<String>> entries, Collection<Long> continues) {
        Optional<SignedNote> note = sealing.witnessedNow();
        List<String> found = entries.get();
        return note.filter(one -> !found.isEmpty())
                .map(one -> out -> new Writing(one, scope, out).part(found, continues));
    }

    /** One file as it is written. */
    private final class Writing {

        private final SignedNote newest;
        private final Checkpoint checkpoint;
        private final List<Verifier> keys;
        private final List<Verifier> witnesses;
        private final ExportWriter to;

        Writing(SignedNote note, Scope scope, OutputStream out) throws IOException {
            this.checkpoint = Checkpoint.of(note);
            this.witnesses = sealing.witnesses().stream()
                    .filter(witness -> note.check(witness) == Check.VERIFIED)
                    .toList();
            // Only where the whole log is there can it be seen how one key handed over to the next.
            this.keys = scope instanceof WholeLog ? sealing.keys() : List.of(log.verifier());
            this.newest = known(note).orElseThrow();
            this.to = new ExportWriter(out, ruleSets);
            to.line(new Header(scope, checkpoint.origin(), keys, witnesses));
        }

        /** The note with the signatures only whose keys the first line names; nothing where no key of the log's signed. */
        private Optional<SignedNote> known(SignedNote note) {
            if (keys.stream().noneMatch(one -> note.check(one) == Check.VERIFIED)) {
                return Optional.empty();
            }
            return Optional.of(new SignedNote(
                    note.text(),
                    note.signatures().stream()
                            .filter(one -> keys.stream().anyMatch(signer -> signer.named(one))
                                    || witnesses.stream().anyMatch(witness -> witness.named(one)))
                            .toList()));
        }

        void whole() throws IOException {
            SortedMap<Long, String> page = new TreeMap<>();
            try {
                log.walk(0, checkpoint.size(), (leaf, entry) -> {
                    page.put(leaf, entry);
                    if (page.size() == SealedTrail.PAGE) {
                        write(page);
                        page.clear();
                    }
                });
                write(page);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            to.end(checkpoint.origin(), key);
        }

        /** An entry that is lost is not written: verifying says where. */
        private void write(SortedMap<Long, String> page) {
            if (page.isEmpty()) {
                return;
            }
            Map<String, Held> held = trail.named(List.copyOf(page.values()));
            SortedMap<Long, SignedNote> signed = log.checkpoints(page.firstKey() + 1, page.lastKey() + 1);
            signed.computeIfPresent(checkpoint.size(), (size, note) -> newest);
            page.forEach((leaf, entry) -> {
                try {
                    if (held.containsKey(entry)) {
                        to.entry(held.get(entry), leaf, null);
                    }
                    Optional<SignedNote> note =
                            Optional.ofNullable(signed.get(leaf + 1)).flatMap(this::known);
                    if (note.isPresent()) {
                        to.line(new CheckpointLine(note.get()));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        void part(List<String> entries, Collection<Long> continues) throws IOException {
            List<Map.Entry<String, Long>> inLog = log.leaves(entries).entrySet().stream()
                    .filter(entry -> entry.getValue() < checkpoint.size())
                    .sorted(Map.Entry.comparingByValue())
                    .toList();
            to.line(new CheckpointLine(newest));
            for (Map.Entry<Long, SignedNote> older : older(inLog, continues).entrySet()) {
                to.line(new CheckpointLine(older.getValue()));
                to.line(new ConsistencyLine(
                        older.getKey(), checkpoint.size(), log.consistency(older.getKey(), checkpoint.size())));
            }
            for (Map.Entry<String, Long> entry : inLog) {
                Held held = trail.named(List.of(entry.getKey())).get(entry.getKey());
                if (held == null) {
                    // The file then has no last line, and whoever verifies it is told so.
                    throw new TrailUnavailable("the entry `" + entry.getKey() + "` of the log is lost", null);
                }
                to.entry(held, entry.getValue(), log.inclusion(entry.getValue(), checkpoint.size()));
            }
            to.end(checkpoint.origin(), key);
        }

        /** The checkpoints that covered the entries first, so when a witness saw them, and those asked for; newest first. */
        private SortedMap<Long, SignedNote> older(List<Map.Entry<String, Long>> entries, Collection<Long> continues) {
            SortedMap<Long, SignedNote> older = new TreeMap<>(Comparator.reverseOrder());
            for (Map.Entry<String, Long> entry : entries) {
                long covering = entry.getValue() + 1;
                log.checkpoints(covering, covering + NEAR).entrySet().stream()
                        .findFirst()
                        .ifPresent(first -> older.put(first.getKey(), first.getValue()));
            }
            continues.forEach(size -> log.checkpoint(size).ifPresent(note -> older.put(size, note)));
            older.keySet().removeIf(size -> size >= checkpoint.size());
            older.values().removeIf(note -> known(note).isEmpty());
            older.replaceAll((size, note) -> known(note).orElseThrow());
            return older;
        }
    }
}
