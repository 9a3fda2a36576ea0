package org.waymark.trail.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Draft;
import org.waymark.trail.Kind;
import org.waymark.trail.Person;
import org.waymark.trail.SealedTrail;
import org.waymark.trail.Submission;
import org.waymark.trail.Trail;
import org.waymark.trail.Trails;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.sealing.Logs;

/** Whoever trusts a key that signed this log once can verify every file that is exported under its successors. */
class KeyHandoverTest {

    private static final String NAME = RecordedLog.KEY.name();
    private static final LogKey FIRST = LogKey.generate(NAME, new SecureRandom());
    private static final LogKey SECOND = LogKey.generate(NAME, new SecureRandom());
    private static final LogKey THIRD = LogKey.generate(NAME, new SecureRandom());
    private static final LogKey FORGER = LogKey.generate(NAME, new SecureRandom());
    private static final Person CHRIS = Trails.person("chris");

    @TempDir
    static Path folder;

    private static final Map<String, Exported> FILES = new LinkedHashMap<>();
    private static SignedNote signedByTheFirst;

    @BeforeAll
    static void record() throws Exception {
        try (Store store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC())) {
            Work first = new Work(store, folder, FIRST, null);
            first.screened("one");
            signedByTheFirst = first.logs.seal();
            Work second = new Work(store, folder, SECOND, FIRST);
            second.screened("two");
            second.logs.seal();
            second.export("after one handover");
            Work third = new Work(store, folder, THIRD, SECOND);
            third.screened("three");
            third.logs.seal();
            third.export("after two handovers");
        }
    }

    /** A service with a key of its own, on a store that others may have had before it. */
    private static final class Work {

        private final Store store;
        private final Trail trail;
        private final LogKey key;
        private final Logs logs;

        Work(Store store, Path of, LogKey key, @Nullable LogKey previous) {
            // Whoever had it before is gone.
            store.database().getCollection("meta").deleteOne(new Document("_id", "log-lease"));
            this.store = store;
            this.trail = Trails.in(store.database());
            this.key = key;
            this.logs = new Logs(store.database(), of.resolve("checkpoints"), key, previous, RecordedLog.WITNESS);
        }

        void screened(String assessmentId) {
            List<String> history = new ArrayList<>();
            trail.of(CHRIS).forEach(entry -> history.add("\"" + entry.id() + "\""));
            Draft draft = new Draft(
                    Kind.SCREENED,
                    new Submission("s-" + assessmentId),
                    "d-" + assessmentId,
                    "screener",
                    Instant.parse("2026-03-11T10:30:01.123Z"),
                    Map.of("assessment", "{\"note\":\"seen\"}", "history", "[" + String.join(",", history) + "]"));
            trail.append(CHRIS, history.size() + 1L, draft);
        }

        void export(String when) throws Exception {
            TrailExport export = new TrailExport(
                    new SealedTrail(store.database(), Trails.keys(store.database())),
                    logs.sealing(),
                    logs.log(),
                    key,
                    hash -> Optional.empty());
            List<String> decisions = trail.of(CHRIS).stream()
                    .map(entry -> String.valueOf(entry.decisionId()))
                    .toList();
            FILES.put("log " + when, written(export.wholeLog()));
            FILES.put("person " + when, written(export.person(CHRIS, List.of())));
            FILES.put("capsule " + when, written(export.capsule(decisions.get(decisions.size() - 1), List.of())));
            FILES.put("first capsule " + when, written(export.capsule(decisions.get(0), List.of())));
        }
    }

    private static Exported written(Optional<TrailExport.Ready> ready) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ready.orElseThrow().writeTo(out);
        return Exported.of(out.toByteArray());
    }

    private static List<LineFault> faults(Exported file, LogKey... known) {
        List<LogKey> keys = List.of(known);
        return file.verified(new Anchor(keys.stream().map(LogKey::verifier).toList(), List.of(), List.of()))
                .faults();
    }

    @Test
    void anyKeyThatEverSignedVerifiesAndAForeignOneDoesNot() {
        assertThat(FILES).hasSize(8);
        FILES.forEach((name, file) -> {
            assertThat(faults(file)).as(name).isEmpty();
            assertThat(faults(file, FIRST)).as(name + ", the first key").isEmpty();
            assertThat(faults(file, SECOND)).as(name + ", the second key").isEmpty();
            assertThat(faults(file, THIRD).isEmpty())
                    .as(name + ", the third key")
                    .isEqualTo(name.endsWith("two handovers"));
            assertThat(faults(file, FORGER)).as(name + ", a foreign key").isNotEmpty();
        });
    }

    @Test
    void theReportSaysThatTheKeyWasHandedOver() {
        Exported person = FILES.get("person after two handovers");
        Anchor first = new Anchor(List.of(FIRST.verifier()), List.of(), List.of());
        Anchor third = new Anchor(List.of(THIRD.verifier()), List.of(), List.of());
        assertThat(person.verified(first).proves()).anyMatch(one -> one.contains("took over from the one"));
        assertThat(person.verified(third).proves()).noneMatch(one -> one.contains("took over from the one"));
    }

    @Test
    void aFileContinuesACheckpointThatTheFirstKeySigned() {
        Anchor kept = new Anchor(List.of(FIRST.verifier()), List.of(), List.of(signedByTheFirst));
        assertThat(FILES.get("log after two handovers").verified(kept).faults()).isEmpty();
        assertThat(FILES.get("person after two handovers").verified(kept).faults())
                .isEmpty();
    }

    @Test
    void withoutTheHandoverTheOldKeyIsWorthNothing() {
        for (String name : List.of("person after one handover", "capsule after one handover")) {
            Exported file = FILES.get(name);
            int line = handover(file);
            Exported without = file.changed(all -> all.remove(line)).ended(SECOND);
            assertThat(faults(without, FIRST)).as(name).isNotEmpty();
        }
    }

    private static int handover(Exported file) {
        return file.where("entry").stream()
                .filter(line -> file.lines().get(line).contains("key-changed"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theOldKeysSignatureOnTheHandoverCannotBeTakenAway() {
        Exported file = FILES.get("person after one handover");
        String old = FIRST.verifier().text();
        for (int line : file.where("checkpoint")) {
            SignedNote note = SignedNote.parse(file.json(line).path("note").asString());
            if (note.signatures().size() > 1) {
                SignedNote bare = new SignedNote(
                        note.text(),
                        note.signatures().stream()
                                .filter(one -> !FIRST.verifier().named(one))
                                .toList());
                Exported changed =
                        file.with(line, json -> json.put("note", bare.print())).ended(SECOND);
                assertThat(faults(changed, FIRST)).isNotEmpty();
                assertThat(faults(
                                changed.with(
                                                0,
                                                json -> json.withArray("keys")
                                                        .removeIf(key ->
                                                                key.asString().equals(old)))
                                        .ended(SECOND),
                                FIRST))
                        .isNotEmpty();
            }
        }
    }

    /** A log of the forger's own in which the first key seems to hand over, with a genuine checkpoint put beside it. */
    @Test
    void aForgedHandoverPassesNoTrust(@TempDir Path forged) throws Exception {
        try (Store store = Store.open(StoreSettings.embedded(forged), Clock.systemUTC())) {
            Work work = new Work(store, forged, FORGER, null);
            String change = "{\"from\":\"" + FIRST.verifier().text() + "\",\"to\":\""
                    + FORGER.verifier().text() + "\"}";
            Draft draft = new Draft(
                    Kind.LOG,
                    new Submission("forged"),
                    null,
                    "system",
                    Instant.parse("2026-03-11T10:30:01.123Z"),
                    Map.of("key-changed", change));
            work.trail.append(Trails.names().log(), 1, draft);
            work.screened("one");
            work.logs.seal();
            work.screened("two");
            work.logs.seal();
            work.export("forged");
        }
        for (String kind : List.of("log forged", "person forged", "capsule forged")) {
            Exported file = FILES.remove(kind);
            // The whole log names every key that it says handed over, and this one signed nothing.
            assertThat(faults(file).isEmpty()).as(kind + ", by itself").isEqualTo(!kind.startsWith("log"));
            assertThat(faults(file, FIRST)).as(kind).isNotEmpty();
            Exported named = file.with(
                            0,
                            json -> json.withArray("keys").add(FIRST.verifier().text()))
                    .ended(FORGER);
            assertThat(faults(named, FIRST)).as(kind + ", the key named").isNotEmpty();
            Exported stolen = named.changed(all -> all.addAll(
                            file.where("checkpoint").get(0) + 1,
                            List.of(
                                    new ExportLine.CheckpointLine(signedByTheFirst).print(),
                                    new ExportLine.ConsistencyLine(1, 3, List.of()).print())))
                    .ended(FORGER);
            assertThat(faults(stolen, FIRST))
                    .as(kind + ", with a genuine checkpoint")
                    .isNotEmpty();
        }
        FILES.remove("first capsule forged");
    }

    @Test
    void filesOfOnePersonTellOfNobodyElse() {
        Exported person = FILES.get("person after two handovers");
        assertThat(person.where("entry")).hasSize(3 + 2);
        assertThat(new String(person.bytes(), StandardCharsets.UTF_8)).contains("\"key-changed\"");
    }
}
