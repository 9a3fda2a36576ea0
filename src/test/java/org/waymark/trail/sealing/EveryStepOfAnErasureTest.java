package org.waymark.trail.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Entry;
import org.waymark.trail.Kind;
import org.waymark.trail.SealedTrail;
import org.waymark.trail.Trail;
import org.waymark.trail.Trails;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.proof.Anchor;
import org.waymark.trail.proof.Report;
import org.waymark.trail.proof.TrailExport;
import org.waymark.trail.proof.Verification;

/**
 * The process that erases is killed at each step that it comes to on the store and on the disk, each time in a run of
 * its own. After the next start nothing is half erased: either nothing of it was ordered, and nobody was answered, or all
 * is gone. What stays is there, and everything verifies.
 */
class EveryStepOfAnErasureTest {

    /** All of them with the profile `faults`; in every build one in so many, from another place each day. */
    private static final int EVERY = Integer.getInteger("waymark.faultRounds", 3) >= 20 ? 1 : 10;

    private static final LogKey WITNESS = LogKey.generate("nobody-asks", new SecureRandom());

    @TempDir
    Path folder;

    @ParameterizedTest(name = "everything about the person: {0}")
    @ValueSource(booleans = {true, false})
    void whereverItIsKilledNothingIsHalfErased(boolean whole) throws Exception {
        List<String> steps = steps(whole);
        int killed = 0;
        int erased = 0;
        int tried = 0;
        int first = (int) (LocalDate.now(ZoneOffset.UTC).toEpochDay() % EVERY);
        for (int i = first; i < steps.size(); i += EVERY) {
            Path own = Files.createDirectory(folder.resolve("kill-" + tried++));
            String told = killed(own, whole, steps.get(i));
            killed += told.contains(ErasingRun.ANSWERED) ? 0 : 1;
            erased += assertNothingHalf(own, whole, steps.get(i), told) ? 1 : 0;
        }
        // How often the store's file is written to is not the same in each run, so that the last may not be reached.
        assertThat(killed).isGreaterThan(tried / 2);
        System.out.printf(
                "%d steps of an erasure, %d tried, killed before the answer at %d; erased at the end %d times%n",
                steps.size(), tried, killed, erased);
    }

    private List<String> steps(boolean whole) throws Exception {
        Path own = Files.createDirectory(folder.resolve("none"));
        Faults none = Faults.eachTime(Faults.Mode.NONE, "");
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        new ErasingRun(own, whole, none, new PrintStream(told, true, StandardCharsets.UTF_8)).run();
        assertThat(assertNothingHalf(own, whole, "no step", told.toString(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(none.steps())
                .contains(
                        "update pending-erasures no. 1",
                        "answer to update pending-erasures no. 1",
                        "insert trail no. 1",
                        "update trail no. 1",
                        "delete pending-erasures no. 1",
                        "fsync of the store's file no. 1");
        assertThat(none.steps().contains("update person-keys no. 1")).isEqualTo(whole);
        return none.steps();
    }

    private static String killed(Path own, boolean whole, String step) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ErasingRun.class.getName(),
                        own.toString(),
                        String.valueOf(whole),
                        Faults.Mode.KILL.name(),
                        step)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(step).isTrue();
        assertThat(process.exitValue()).as("died at %s", step).isIn(0, 128 + 9);
        assertThat(process.exitValue() == 0 && !told.contains(ErasingRun.ANSWERED))
                .isFalse();
        return told;
    }

    /** Whether it was erased in the end. */
    private static boolean assertNothingHalf(Path own, boolean whole, String step, String told) throws Exception {
        boolean erased;
        try (Store store = Store.open(StoreSettings.embedded(own), Clock.systemUTC())) {
            MongoDatabase database = store.database();
            Trail trail = Trails.in(database);
            boolean ordered = pending(database) > 0 || isRecorded(trail);
            if (told.contains(ErasingRun.ANSWERED)) {
                assertThat(isRecorded(trail)).as("answered, killed at %s", step).isTrue();
                assertThat(pending(database)).as("answered, killed at %s", step).isZero();
                assertErased(database, trail, whole, step);
            }
            // As the service does when it starts.
            ErasingRun.erasing(database, trail).resume();
            erased = isRecorded(trail);
            assertThat(erased).as("killed at %s", step).isEqualTo(ordered);
            assertThat(pending(database)).as("killed at %s", step).isZero();
            if (erased) {
                assertErased(database, trail, whole, step);
            } else {
                assertThat(trail.of(ErasingRun.GONE)).as(step).hasSize(3).noneMatch(Entry::erased);
            }
            assertThat(trail.of(ErasingRun.STAYS)).as(step).hasSize(3).noneMatch(Entry::erased);
            assertVerifies(database, own, erased ? whole ? 3 : 1 : 0, step);
        }
        assertThat(Files.readString(own.resolve("store.mv"), StandardCharsets.ISO_8859_1))
                .as("on the disk, killed at %s", step)
                .doesNotContain(ErasingRun.SECRET);
        return erased;
    }

    private static boolean isRecorded(Trail trail) {
        return trail.of(ErasingRun.GONE).stream().anyMatch(entry -> entry.kind() == Kind.ERASED);
    }

    private static long pending(MongoDatabase database) {
        return database.getCollection("pending-erasures").countDocuments();
    }

    private static void assertErased(MongoDatabase database, Trail trail, boolean whole, String step) {
        List<Entry> entries = trail.of(ErasingRun.GONE);
        assertThat(entries).as(step).extracting(Entry::erased).containsExactly(true, whole, whole, false);
        List<String> gone =
                entries.stream().filter(Entry::erased).map(Entry::id).toList();
        new SealedTrail(database, Trails.keys(database)).named(gone).values().forEach(held -> {
            assertThat(held.key()).as(step).isNull();
            assertThat(held.content()).as(step).isEmpty();
        });
        for (String id : gone) {
            assertThat(database.getCollection("trail")
                            .find(new Document("_id", id))
                            .first())
                    .as(step)
                    .doesNotContainKey("key");
        }
        if (whole) {
            assertThat(database.getCollection("person-keys")
                            .find(new Document("_id", ErasingRun.GONE.pseudonym() + "#1"))
                            .first())
                    .as(step)
                    .containsEntry("state", "destroyed")
                    .doesNotContainKey("wrapped");
        }
        for (String name : database.listCollectionNames()) {
            database.getCollection(name, RawBsonDocument.class)
                    .find()
                    .forEach(raw -> assertThat(new String(raw.getByteBuffer().array(), StandardCharsets.UTF_8))
                            .as("in %s, %s", name, step)
                            .doesNotContain(ErasingRun.SECRET));
        }
    }

    /** The files that an auditor takes away, with nothing of it in them. */
    private static void assertVerifies(MongoDatabase database, Path own, int gone, String step) throws Exception {
        database.getCollection("meta").deleteOne(new Document("_id", "log-lease"));
        Logs logs = new Logs(database, own.resolve("checkpoints"), FaultyRun.KEY, WITNESS);
        TrailExport export = new TrailExport(
                new SealedTrail(database, Trails.keys(database)),
                logs.sealing(),
                logs.log(),
                FaultyRun.KEY,
                hash -> Optional.empty());
        List<String> files = new ArrayList<>();
        for (Optional<TrailExport.Ready> ready : List.of(
                export.wholeLog(), export.person(ErasingRun.GONE, List.of()), export.capsule("d-gone-0", List.of()))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ready.orElseThrow().writeTo(out);
            Anchor anchor = new Anchor(List.of(FaultyRun.KEY.verifier()), List.of(), List.of());
            Report report = new Verification(anchor, nothing -> "").of(new ByteArrayInputStream(out.toByteArray()));
            assertThat(report.faults()).as("killed at %s", step).isEmpty();
            assertThat(report.counts().erased()).as(step).isEqualTo(files.size() == 2 ? Math.min(gone, 1) : gone);
            files.add(out.toString(StandardCharsets.UTF_8));
        }
        if (gone == 3) {
            assertThat(files).as(step).noneMatch(file -> file.contains(ErasingRun.SECRET));
        } else if (gone == 1) {
            assertThat(files).as(step).noneMatch(file -> file.contains(ErasingRun.SECRET + " on day 0"));
        }
    }
}
