package org.waymark.trail.proof;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.waymark.ruleset.RuleFiles;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Appended;
import org.waymark.trail.Draft;
import org.waymark.trail.Entry;
import org.waymark.trail.Erasing;
import org.waymark.trail.Erasure;
import org.waymark.trail.Kind;
import org.waymark.trail.Person;
import org.waymark.trail.SealedTrail;
import org.waymark.trail.Submission;
import org.waymark.trail.Trail;
import org.waymark.trail.keys.PersonKeys;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.log.Verifier;
import org.waymark.trail.sealing.Logs;

/** A trail of entries, recorded and sealed for real on the embedded store, and exported. */
final class RecordedLog {

    static final RuleSetHash HASH = files -> RuleFiles.of(files).hash();
    static final LogKey KEY = LogKey.generate("waymark-sefton", new SecureRandom());
    static final LogKey WITNESS = LogKey.generate("merseyside-police", new SecureRandom());

    private static final int PEOPLE = 90;
    private static final Instant START = Instant.parse("2026-03-11T10:30:01.123Z");

    /** Somebody whose content is erased when all is recorded. */
    static final Person ERASED = person(7);

    /** Somebody whose first contact is erased when all is recorded. */
    static final Person PARTLY_ERASED = person(28);

    private final Map<String, SortedMap<String, byte[]>> ruleSets = new LinkedHashMap<>();
    private final Map<Integer, SignedNote> checkpoints = new LinkedHashMap<>();
    private byte[] whole = new byte[0];
    private byte[] onePerson = new byte[0];
    private byte[] capsule = new byte[0];
    private byte[] continuing = new byte[0];
    private byte[] erasedPerson = new byte[0];
    private byte[] partlyErased = new byte[0];

    private RecordedLog() {}

    /** Of that many entries, with a checkpoint after every hundredth of them and one at the end. */
    static RecordedLog of(int entries, int sealedEvery, Path folder) throws Exception {
        RecordedLog made = new RecordedLog();
        try (Store store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC())) {
            made.record(store.database(), entries, sealedEvery, folder);
        }
        return made;
    }

    private void record(MongoDatabase database, int entries, int sealedEvery, Path folder) throws Exception {
        String first = ruleSet("first");
        String second = ruleSet("second");
        PersonKeys keys = new PersonKeys(database, new AesGcmJce(new byte[32]));
        Trail trail = Trail.in(database, keys, Clock.systemUTC());
        Logs logs = new Logs(database, folder.resolve("checkpoints"), KEY, WITNESS);
        Map<Person, List<String>> recorded = new LinkedHashMap<>();
        for (int i = 0; i < entries - 2; i++) {
            boolean rules = i % 50 == 0;
            Person person = rules ? new Person("rules") : person(i * 7 % PEOPLE);
            List<String> before = recorded.computeIfAbsent(person, one -> new ArrayList<>());
            Draft draft = rules ? policy(i) : screened(i, before, i < entries / 2 ? first : second);
            Appended appended = trail.append(person, before.size() + 1L, draft);
            before.add(((Appended.Recorded) appended).entry().id());
            if ((i + 1) % sealedEvery == 0) {
                checkpoints.put(i + 1, logs.seal());
            }
        }
        Erasing erasing = new Erasing(
                database, trail, keys, (entry, decision) -> decision.equals(entry.decisionId()), gone -> {});
        erasing.erase(order(ERASED, null));
        erasing.erase(order(PARTLY_ERASED, trail.of(PARTLY_ERASED).get(0).decisionId()));
        checkpoints.put(entries, logs.seal());
        TrailExport export = new TrailExport(
                new SealedTrail(database, keys),
                logs.sealing(),
                logs.log(),
                KEY,
                hash -> Optional.ofNullable(ruleSets.get(hash)));
        whole = written(export.wholeLog());
        onePerson = written(export.person(person(14), List.of()));
        List<String> chris = recorded.get(person(14));
        String decision = trail.of(person(14)).get(chris.size() - 1).decisionId();
        capsule = written(export.capsule(decision, List.of()));
        int last = recorded.get(PARTLY_ERASED).size() - 1;
        partlyErased = written(export.capsule(trail.of(PARTLY_ERASED).get(last).decisionId(), List.of()));
        erasedPerson = written(export.person(ERASED, List.of()));
        continuing = written(export.capsule(decision, List.of((long) sealedEvery)));
    }

    private static Erasure.Order order(Person person, @Nullable String decision) {
        return new Erasure.Order(
                person, decision, "manager", START, "retention", "Kept as long as the schedule allows; policy.");
    }

    private String ruleSet(String name) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("manifest.yaml", ("name: " + name + "\n").getBytes(StandardCharsets.UTF_8));
        files.put("safety.drl", "rule \"SY-01\"\n".getBytes(StandardCharsets.UTF_8));
        String hash = HASH.of(files);
        ruleSets.put(hash, files);
        return hash;
    }

    static Person person(int number) {
        return new Person("p" + number);
    }

    private static Draft policy(int i) {
        return new Draft(
                Kind.RULE_SET,
                new Submission("attempt-" + i),
                null,
                "approver",
                START.plusSeconds(i),
                Map.of("event", "{\"what\":\"drafted\",\"note\":\"version " + i + "\"}"));
    }

    private static Draft screened(int i, List<String> history, String ruleSet) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("assessment", "{\"assessmentId\":\"MASH-" + i + "\",\"note\":\"seen at home — “fine”\"}");
        content.put(
                "history",
                "["
                        + String.join(
                                ",",
                                history.stream().map(id -> "\"" + id + "\"").toList()) + "]");
        content.put(
                "decision", "{\"ruleSet\":{\"name\":\"2026.1\",\"hash\":\"" + ruleSet + "\"},\"status\":\"proposed\"}");
        return new Draft(Kind.SCREENED, new Submission("s" + i), "d" + i, "screener", START.plusSeconds(i), content);
    }

    private static byte[] written(Optional<TrailExport.Ready> ready) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ready.orElseThrow().writeTo(out);
        return out.toByteArray();
    }

    Exported whole() {
        return Exported.of(whole);
    }

    Exported onePerson() {
        return Exported.of(onePerson);
    }

    Exported capsule() {
        return Exported.of(capsule);
    }

    /** The same, with the proof that it continues the first checkpoint. */
    Exported continuing() {
        return Exported.of(continuing);
    }

    /** All about somebody whose content was erased. */
    Exported erasedPerson() {
        return Exported.of(erasedPerson);
    }

    /** A decision whose history begins with a contact that was erased. */
    Exported partlyErased() {
        return Exported.of(partlyErased);
    }

    /** The checkpoint that was signed when there were so many entries. */
    SignedNote checkpoint(int size) {
        return checkpoints.get(size);
    }

    /** What somebody knows who has the log's key. */
    static Anchor known() {
        return new Anchor(List.of(KEY.verifier()), List.of(), List.of());
    }

    static Verifier witness() {
        return WITNESS.cosigner();
    }

    /** Whose entries are there. */
    static String id(Person person, long sequence) {
        return Entry.id(person, sequence);
    }
}
