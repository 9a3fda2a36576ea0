package org.waymark.trail.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.Entry;
import org.waymark.trail.Person;
import org.waymark.trail.SealedEntry.Encrypted;
import org.waymark.trail.SealedTrail;
import org.waymark.trail.SealedTrail.Held;
import org.waymark.trail.TrailUnavailable;
import org.waymark.trail.log.Checkpoint;
import org.waymark.trail.log.Hash;
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
        return sealing.witnessedNow()
                .map(note -> out -> new Writing(note, new WholeLog(), sealing.keys(), out).whole());
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

    /** The ids of the decision, of its history, and of what records that some of that was erased. */
    private List<String> behind(String decisionId) {
        Set<String> entries = new LinkedHashSet<>();
        trail.ofDecision(decisionId).ifPresent(id -> {
            entries.add(id);
            trail.named(List.of(id)).values().forEach(held -> entries.addAll(References.history(held.content())));
        });
        Set<String> gone = new LinkedHashSet<>();
        named(entries, held -> {
            if (isClosed(held)) {
                gone.add(held.entry().id());
            }
        });
        entries.addAll(erasing(gone));
        return List.copyOf(entries);
    }

    /**
     * The ids of the entries that record that one of these was erased. One that was recorded a moment ago is not in the
     * log yet, so the trail is asked.
     */
    private Set<String> erasing(Collection<String> gone) {
        Set<String> erasing = new LinkedHashSet<>();
        gone.stream()
                .map(Entry::personOf)
                .distinct()
                .forEach(person -> recorded(person, held -> {
                    if (References.erased(held.entry()).stream().anyMatch(gone::contains)) {
                        erasing.add(held.entry().id());
                    }
                }));
        return erasing;
    }

    /** Each entry about a person, in the log or not yet, a few in memory at a time. */
    private void recorded(Person person, Consumer<Held> each) {
        Collection<Held> page;
        long first = 1;
        do {
            page = trail.named(LongStream.range(first, first + SealedTrail.PAGE)
                            .mapToObj(sequence -> Entry.id(person, sequence))
                            .toList())
                    .values();
            page.forEach(each);
            first += SealedTrail.PAGE;
        } while (!page.isEmpty());
    }

    /** Each of these entries that is there, a few in memory at a time. */
    private void named(Collection<String> ids, Consumer<Held> each) {
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += SealedTrail.PAGE) {
            trail.named(all.subList(from, Math.min(all.size(), from + SealedTrail.PAGE)))
                    .values()
                    .forEach(each);
        }
    }

    private static boolean isClosed(Held held) {
        return held.key() == null && held.entry().body() instanceof Encrypted;
    }

    /** @param entries to be asked when all that is recorded is in the log */
    private Optional<Ready> part(Scope scope, Supplier<List<String>> entries, Collection<Long> continues) {
        Optional<SignedNote> note = sealing.witnessedNow();
        List<String> found = entries.get();
        return note.filter(one -> !found.isEmpty()).map(one -> out -> {
            Set<String> handovers = new LinkedHashSet<>(sealing.handovers());
            Set<String> all = new LinkedHashSet<>(found);
            all.addAll(handovers);
            PartCheckpoints checkpoints = new PartCheckpoints(one, log, sealing.keys());
            checkpoints.cover(log.leaves(found).values());
            named(
                    handovers,
                    held -> KeyChanges.from(held.entry())
                            .ifPresent(from -> checkpoints.cover(
                                    log.leaves(List.of(held.entry().id())).values(), from)));
            checkpoints.continues(continues);
            new Writing(one, scope, checkpoints.keys(), out).part(List.copyOf(all), checkpoints.older());
        });
    }

    /** One file as it is written. */
    private final class Writing {

        private final SignedNote newest;
        private final Checkpoint checkpoint;
        private final List<Verifier> keys;
        private final List<Verifier> witnesses;
        private final ExportWriter to;

        /** Entries without their content, until one is written that records their erasing. */
        private final Set<String> closed = new HashSet<>();

        /** @param keys of the log: each signed a checkpoint of this file */
        Writing(SignedNote note, Scope scope, List<Verifier> keys, OutputStream out) throws IOException {
            this.checkpoint = Checkpoint.of(note);
            this.witnesses = sealing.witnesses().stream()
                    .filter(witness -> note.check(witness) == Check.VERIFIED)
                    .toList();
            this.keys = keys;
            this.newest = known(note)
                    .orElseThrow(() -> new TrailUnavailable(
                            "another node signs the log with a key that this one does not know", null));
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
            end();
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
                        entry(held.get(entry), leaf, null);
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

        private void entry(Held held, long leaf, @Nullable List<Hash> proof) throws IOException {
            if (isClosed(held)) {
                closed.add(held.entry().id());
            }
            References.erased(held.entry()).forEach(closed::remove);
            to.entry(held, leaf, proof);
        }

        void part(List<String> entries, SortedMap<Long, SignedNote> older) throws IOException {
            List<Map.Entry<String, Long>> inLog = log.leaves(entries).entrySet().stream()
                    .filter(entry -> entry.getValue() < checkpoint.size())
                    .sorted(Map.Entry.comparingByValue())
                    .toList();
            to.line(new CheckpointLine(newest));
            for (Map.Entry<Long, SignedNote> one : older.entrySet()) {
                to.line(new CheckpointLine(known(one.getValue()).orElseThrow()));
                to.line(new ConsistencyLine(
                        one.getKey(), checkpoint.size(), log.consistency(one.getKey(), checkpoint.size())));
            }
            for (Map.Entry<String, Long> entry : inLog) {
                Held held = trail.named(List.of(entry.getKey())).get(entry.getKey());
                if (held == null) {
                    // The file then has no last line, and whoever verifies it is told so.
                    throw new TrailUnavailable("the entry `" + entry.getKey() + "` of the log is lost", null);
                }
                entry(held, entry.getValue(), log.inclusion(entry.getValue(), checkpoint.size()));
            }
            end();
        }

        /**
         * What was erased while the file was written is recorded behind its newest checkpoint: the file could not show
         * that. A key that was taken away without a record of it is for whoever verifies to find.
         */
        private void end() throws IOException {
            if (!erasing(closed).isEmpty()) {
                throw new TrailUnavailable("something was erased while the file was written; ask for it again", null);
            }
            to.end(checkpoint.origin(), key);
        }
    }
}
