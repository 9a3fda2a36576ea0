package org.waymark.trail.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Appended;
import org.waymark.trail.Entry;
import org.waymark.trail.Person;
import org.waymark.trail.Trail;
import org.waymark.trail.Trails;
import org.waymark.trail.log.Checkpoint;
import org.waymark.trail.log.CompactTree;
import org.waymark.trail.log.Hash;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.log.Proofs;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.log.SignedNote.Check;

/** Every entry becomes a leaf, once, in an order that never changes, whoever does it and whatever fails. */
class SequencerTest {

    private static final LogKey KEY = LogKey.generate("test-log", new SecureRandom());

    @TempDir
    Path folder;

    private Store store;
    private MongoDatabase database;
    private Trail trail;

    @BeforeEach
    void open() {
        store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC());
        database = store.database();
        trail = Trails.in(database);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everyEntryIsALeafOnceAndEachIsProven() {
        record(40, 3);
        sequencer().run();
        SealedLog log = log();
        SignedNote note = seal();
        Checkpoint checkpoint = Checkpoint.of(note);
        assertThat(checkpoint.size()).isEqualTo(120);
        assertThat(note.check(KEY.verifier())).isEqualTo(Check.VERIFIED);
        Map<Long, String> order = order();
        assertThat(order).hasSize(120);
        assertThat(new HashSet<>(order.values())).hasSize(120);
        order.forEach((leaf, entry) -> {
            assertThat(log.leaves(List.of(entry))).containsEntry(entry, leaf);
            assertThat(log.entry(leaf)).contains(entry);
            assertThat(Proofs.verifyInclusion(
                            hash(leaf),
                            leaf,
                            checkpoint.size(),
                            log.inclusion(leaf, checkpoint.size()),
                            checkpoint.root()))
                    .isTrue();
        });
    }

    @Test
    void aLeafIsFoundAmongManyBatchesAndOneThatIsNoneIsNot() {
        Sequencer sequencer = sequencer();
        for (int batch = 0; batch < 7; batch++) {
            record(batch + 1, 1, "batch-" + batch);
            sequencer.run();
        }
        SealedLog log = log();
        assertThat(log.size()).isEqualTo(28);
        order().forEach((leaf, entry) -> assertThat(log.entry(leaf)).contains(entry));
        assertThat(log.entry(28)).isEmpty();
        assertThat(log.entry(-1)).isEmpty();
    }

    @Test
    void manyWritersAtOnceLeaveNoGapAndNoEntryBeforeTheOneItFollows() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(17);
        Sequencer sequencer = sequencer();
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < 16; writer++) {
            Person person = Trails.person("p" + writer % 4);
            int number = writer;
            writers.add(threads.submit(() -> {
                for (int i = 0; i < 25; i++) {
                    append(person, "w" + number + "-" + i);
                }
            }));
        }
        Future<?> sequencing = threads.submit(repeatedly(sequencer));
        for (Future<?> writer : writers) {
            writer.get();
        }
        sequencing.cancel(true);
        threads.shutdown();
        assertThat(threads.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES))
                .isTrue();
        sequencer().run();
        sequencer.run();
        Map<Long, String> order = order();
        assertThat(order.keySet())
                .containsExactlyElementsOf(
                        IntStream.range(0, 400).mapToObj(Long::valueOf).toList());
        List<String> seen = new ArrayList<>();
        order.values().forEach(entry -> {
            int colon = entry.lastIndexOf(':');
            long sequence = Long.parseLong(entry.substring(colon + 1));
            if (sequence > 1) {
                assertThat(seen).contains(Entry.id(new Person(entry.substring(0, colon)), sequence - 1));
            }
            seen.add(entry);
        });
    }

    @Test
    void anotherTakesOverAndTwoWhoBothBelieveInTheirLeaseDoNotForkTheLog() {
        record(5, 1);
        Sequencer first = sequencer();
        first.run();
        endLease();
        Sequencer second = sequencer();
        record(5, 1, "second");
        assertThat(second.run()).isPresent();
        assertThat(first.run()).as("the other has the lease").isEmpty();
        endLease();
        record(5, 1, "third");
        assertThat(first.run()).isPresent();
        endLease();
        record(5, 1, "fourth");
        // It never heard that it lost the lease, and believes in a head that is long past.
        assertThat(second.run()).isPresent();
        assertThat(order()).hasSize(20);
        assertThat(new HashSet<>(order().values())).hasSize(20);
        seal();
    }

    @Test
    void whatWasLeftHalfWrittenIsBroughtToItsEnd() {
        record(300, 1);
        sequencer().run();
        SignedNote before = seal();
        database.getCollection("log-tiles").deleteMany(new Document());
        database.getCollection("log-index").deleteMany(new Document());
        database.getCollection("meta").deleteOne(new Document("_id", "log-head"));
        endLease();
        record(10, 1, "later");
        sequencer().run();
        Checkpoint after = Checkpoint.of(seal());
        Checkpoint old = Checkpoint.of(before);
        assertThat(after.size()).isEqualTo(310);
        assertThat(Proofs.verifyConsistency(
                        old.size(),
                        after.size(),
                        old.root(),
                        after.root(),
                        log().consistency(old.size(), after.size())))
                .isTrue();
    }

    @Test
    void aDatabaseThatWasCutShortIsNotSealed() throws Exception {
        record(5, 1);
        sequencer().run();
        seal();
        Path copy = folder.resolve("copy");
        store.close();
        Files.createDirectories(copy);
        Files.copy(folder.resolve("store.mv"), copy.resolve("store.mv"));
        open();
        record(5, 1, "lost");
        endLease();
        sequencer().run();
        seal();
        store.close();
        Files.copy(
                copy.resolve("store.mv"),
                folder.resolve("store.mv"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        open();
        endLease();
        assertThatThrownBy(this::seal)
                .isInstanceOf(LogTrouble.class)
                .hasMessageContaining("kept outside the database speaks of 10 entries, the log has 5");
    }

    @Test
    void anotherDatabaseInItsPlaceIsNotSealed() throws Exception {
        record(5, 1);
        sequencer().run();
        seal();
        store.close();
        Files.delete(folder.resolve("store.mv"));
        open();
        record(9, 1, "another");
        sequencer().run();
        assertThatThrownBy(this::seal)
                .isInstanceOf(LogTrouble.class)
                .hasMessageContaining("of 5 entries is not of this log");
    }

    @Test
    void whatIsSealedIsNotSealedAgainButKeptOutsideWhereItIsMissing() throws Exception {
        record(5, 1);
        sequencer().run();
        SignedNote note = seal();
        Files.walk(folder.resolve("checkpoints"))
                .filter(Files::isRegularFile)
                .forEach(file -> file.toFile().delete());
        endLease();
        assertThat(sealer().seal(head(), Duration.ZERO)).isEmpty();
        assertThat(Files.readString(folder.resolve("checkpoints/newest.txt"))).isEqualTo(note.print());
    }

    @Test
    void aRunThatIsOverIsForgottenOnceItsLanesAreRead() {
        record(5, 1);
        Document run = database.getCollection("runs").find().first();
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(2));
        new Sequencer(database, later).run();
        assertThat(database.getCollection("runs").countDocuments()).isZero();
        assertThat(order()).hasSize(5);
        record(5, 1, "again");
        record(5, 1, "and again");
        endLease();
        new Sequencer(database, later).run();
        database.getCollection("runs").insertOne(run);
        endLease();
        sequencer().run();
        assertThat(order())
                .as("it is heard of again, and read from its first entry")
                .hasSize(15);
        assertThat(new HashSet<>(order().values())).hasSize(15);
    }

    private Callable<Void> repeatedly(Sequencer sequencer) {
        return () -> {
            while (!Thread.currentThread().isInterrupted()) {
                sequencer.run();
            }
            return null;
        };
    }

    private void record(int people, int each) {
        record(people, each, "first");
    }

    private void record(int people, int each, String name) {
        for (int person = 0; person < people; person++) {
            for (int i = 0; i < each; i++) {
                append(Trails.person("p" + person), name + "-" + person + "-" + i);
            }
        }
    }

    private void append(Person person, String assessmentId) {
        Appended appended = new Appended.Behind();
        while (!(appended instanceof Appended.Recorded)) {
            appended = trail.append(person, trail.of(person).size() + 1L, Trails.screened(assessmentId));
        }
    }

    private Map<Long, String> order() {
        Map<Long, String> order = new java.util.TreeMap<>();
        log().walk(0, Long.MAX_VALUE, order::put);
        return order;
    }

    private Hash hash(long leaf) {
        LogStore log = new LogStore(database);
        return log.batches(1, log.head().batch()).stream()
                .filter(batch -> batch.first() <= leaf
                        && leaf < batch.first() + batch.leaves().size())
                .map(batch -> batch.hashes().get((int) (leaf - batch.first())))
                .findFirst()
                .orElseThrow();
    }

    private void endLease() {
        database.getCollection("meta").deleteOne(new Document("_id", "log-lease"));
    }

    private Sequencer sequencer() {
        return new Sequencer(database, Clock.systemUTC());
    }

    private LogHead head() {
        return new LogStore(database).head();
    }

    private Sealer sealer() {
        return new Sealer(
                KEY,
                () -> List.of(KEY.verifier()),
                new LogStore(database),
                new CheckpointStore(database),
                new CheckpointFolder(folder.resolve("checkpoints")),
                Clock.systemUTC());
    }

    private SignedNote seal() {
        sealer().seal(head(), Duration.ZERO);
        LogHead head = head();
        assertThat(head.tree().root())
                .isEqualTo(CompactTree.EMPTY
                        .append(new LogStore(database)
                                .batches(1, head.batch()).stream()
                                        .flatMap(batch -> batch.hashes().stream())
                                        .toList())
                        .root());
        return log().checkpoint().orElseThrow();
    }

    private SealedLog log() {
        return new SealedLog(new LogStore(database), new CheckpointStore(database), KEY.verifier());
    }
}
