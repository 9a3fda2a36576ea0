package org.waymark.trail.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.store.DurableFile;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Entry;
import org.waymark.trail.Trail;
import org.waymark.trail.Trails;
import org.waymark.trail.log.Checkpoint;
import org.waymark.trail.log.CompactTree;
import org.waymark.trail.log.Hash;
import org.waymark.trail.log.MerkleHashing;
import org.waymark.trail.log.SignedNote;

/**
 * Every call that the writer makes to the store, to files and to a witness fails once, and ends the process once, each
 * in a run of its own. After each, the log is whole: nothing acknowledged is lost, nothing is half written, no leaf is
 * missing, doubled or out of order, and nothing signed is contradicted.
 */
class EveryStepFailsTest {

    /** All of them with the profile `faults`; in every build one in so many, from another place each day. */
    private static final int EVERY = Integer.getInteger("waymark.faultRounds", 3) >= 20 ? 1 : 6;

    @TempDir
    Path folder;

    @Test
    void whereverItFailsNothingAcknowledgedIsLost() throws Exception {
        List<String> steps = steps();
        int tried = 0;
        for (String step : chosen(steps)) {
            Path own = Files.createDirectory(folder.resolve("fail-" + tried++));
            Faults faults = new Faults(Faults.Mode.FAIL, step);
            ByteArrayOutputStream told = new ByteArrayOutputStream();
            try {
                new FaultyRun(own, faults, new PrintStream(told, true, StandardCharsets.UTF_8)).run();
            } catch (Exception e) {
                // A service that cannot start, or whose disk is gone, is started again below.
            }
            assertThat(faults.happened()).as(step).isTrue();
            assertWhole(own, step, told.toString(StandardCharsets.UTF_8));
        }
        System.out.printf("%d steps, %d made to fail, nothing lost%n", steps.size(), tried);
    }

    @Test
    void whereverItIsKilledNothingAcknowledgedIsLost() throws Exception {
        List<String> steps = steps();
        int tried = 0;
        for (String step : chosen(steps)) {
            Path own = Files.createDirectory(folder.resolve("kill-" + tried++));
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            FaultyRun.class.getName(),
                            own.toString(),
                            Faults.Mode.KILL.name(),
                            step)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(step).isTrue();
            assertThat(process.exitValue()).as("died at %s", step).isEqualTo(128 + 9);
            assertWhole(own, step, told);
        }
        System.out.printf("%d steps, killed at %d, nothing lost%n", steps.size(), tried);
    }

    /** What a run without a fault does, each kind of step once. */
    private List<String> steps() throws Exception {
        Faults none = new Faults(Faults.Mode.NONE, "");
        Path own = Files.createTempDirectory(folder, "none");
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        new FaultyRun(own, none, new PrintStream(told, true, StandardCharsets.UTF_8)).run();
        assertWhole(own, "no step", told.toString(StandardCharsets.UTF_8));
        assertThat(told.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("acknowledged")))
                .hasSize(FaultyRun.ENTRIES);
        assertThat(none.steps())
                .contains(
                        "insert trail",
                        "answer to insert trail",
                        "insert log-batches",
                        "update log-tiles",
                        "update checkpoints",
                        "write to the store's file",
                        "fsync of the store's file",
                        "create of a checkpoint",
                        "write of a checkpoint",
                        "fsync of a checkpoint",
                        "rename of a checkpoint",
                        "send to a witness",
                        "answer of a witness");
        return none.steps();
    }

    private static List<String> chosen(List<String> steps) {
        int first = (int) (java.time.LocalDate.now(java.time.ZoneOffset.UTC).toEpochDay() % EVERY);
        List<String> chosen = new ArrayList<>();
        for (int i = first; i < steps.size(); i += EVERY) {
            chosen.add(steps.get(i));
        }
        return chosen;
    }

    private static void assertWhole(Path folder, String step, String told) throws Exception {
        try (Store store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC())) {
            MongoDatabase database = store.database();
            Trail trail = Trails.in(database);
            database.getCollection("meta").deleteOne(new Document("_id", "log-lease"));
            new Sequencer(database, Clock.systemUTC()).run();
            FaultyRun.sealer(database, folder, new DurableFile(any -> {}))
                    .seal(new LogStore(database).head(), Duration.ZERO);
            Set<String> recorded = assertTrailsWhole(trail, step);
            assertLogWhole(database, trail, step);
            told.lines()
                    .filter(line -> line.startsWith("acknowledged") && line.endsWith(" ."))
                    .map(line -> line.split(" ")[1])
                    .forEach(id -> assertThat(recorded).as("after %s", step).contains(id));
        }
    }

    /** The ids of the assessments that are recorded, each once. */
    private static Set<String> assertTrailsWhole(Trail trail, String step) {
        Set<String> recorded = new HashSet<>();
        for (int number = 0; number < FaultyRun.PEOPLE; number++) {
            List<Entry> entries = trail.of(FaultyRun.person(number));
            for (int i = 0; i < entries.size(); i++) {
                assertThat(entries.get(i).sequence()).as("after %s", step).isEqualTo(i + 1);
                String text = entries.get(i).content().getOrDefault("assessment", "");
                assertThat(recorded.add(text.replaceAll(".*\"assessmentId\":\"([^\"]*)\".*", "$1")))
                        .as("recorded once, after %s", step)
                        .isTrue();
            }
        }
        return recorded;
    }

    private static void assertLogWhole(MongoDatabase database, Trail trail, String step) {
        SealedLog log = FaultyRun.log(database);
        Map<Long, String> order = new TreeMap<>();
        log.walk(0, Long.MAX_VALUE, order::put);
        assertThat(order.keySet())
                .as("after %s", step)
                .hasSize(trail.everything().size());
        assertThat(new HashSet<>(order.values())).as("after %s", step).hasSize(order.size());
        if (order.isEmpty()) {
            return;
        }
        Map<String, Hash> leaves = leaves(database);
        CompactTree tree = CompactTree.EMPTY.append(
                order.values().stream().map(leaves::get).toList());
        SignedNote note = log.checkpoint().orElseThrow();
        assertThat(Checkpoint.of(note).root()).as("after %s", step).isEqualTo(tree.root());
        assertThat(Checkpoint.of(note).size()).as("after %s", step).isEqualTo(order.size());
    }

    /** Worked out anew from what is recorded, not from what the log says of it. */
    private static Map<String, Hash> leaves(MongoDatabase database) {
        Map<String, Hash> leaves = new TreeMap<>();
        database.getCollection("trail")
                .find()
                .map(Trails::sealed)
                .forEach(entry -> leaves.put(entry.id(), MerkleHashing.leaf(entry.bytes())));
        return leaves;
    }
}
