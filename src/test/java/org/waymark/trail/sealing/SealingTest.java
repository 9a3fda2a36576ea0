package org.waymark.trail.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Entry;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.TrailCannotStart;
import org.waymark.trail.Trails;
import org.waymark.trail.log.Checkpoint;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.log.MerkleHashing;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.log.SignedNote.Check;

/** What the service seals, with whose key, and who else signs it. */
class SealingTest {

    private final LogKey first = LogKey.generate("the-log", new SecureRandom());
    private final LogKey second = LogKey.generate("the-log", new SecureRandom());

    @TempDir
    Path folder;

    private Store store;
    private MongoDatabase database;
    private Trail trail;
    private Pseudonyms pseudonyms;
    private int recorded;

    @BeforeEach
    void open() {
        store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC());
        database = store.database();
        trail = Trails.in(database);
        pseudonyms = Pseudonyms.open(folder.resolve("pseudonym.key"), database);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aCheckpointOnDemandCoversWhatWasRecordedBefore() {
        Sealing sealing = sealing(first, null);
        assertThat(sealing.checkpointNow()).isEmpty();
        record(3);
        assertThat(size(sealing)).isEqualTo(3);
        assertThat(size(sealing)).as("nothing new").isEqualTo(3);
    }

    @Test
    void theThreadSealsByItselfAndTheLastEntriesWhenTheProcessEnds() throws Exception {
        Sealing sealing = sealing(first, null);
        sealing.start();
        record(5);
        while (log(first).checkpoint().isEmpty()) {
            Thread.sleep(20);
        }
        record(1);
        sealing.stop();
        assertThat(Checkpoint.of(log(first).checkpoint().orElseThrow()).size()).isEqualTo(6);
        assertThat(database.getCollection("meta")
                        .find(new Document("_id", "log-lease"))
                        .first())
                .isNull();
    }

    @Test
    void anotherKeyAloneSealsNothing() {
        record(2);
        assertThat(size(sealing(first, null))).isEqualTo(2);
        record(1);
        release();
        assertThatThrownBy(() -> sealing(second, null).checkpointNow())
                .isInstanceOf(LogTrouble.class)
                .hasMessageContaining("signed by another key")
                .hasMessageContaining("WAYMARK_LOG_PREVIOUS_KEY_FILE");
    }

    @Test
    void aNodeWithAnotherKeyThanTheStoresDoesNotStart() {
        record(2);
        assertThat(size(sealing(first, null))).isEqualTo(2);
        change(first, null).requireAtHand();
        change(second, first).requireAtHand();
        assertThatThrownBy(() -> change(second, null).requireAtHand())
                .isInstanceOf(TrailCannotStart.class)
                .hasMessageContaining("signed by another key")
                .hasMessageContaining("WAYMARK_LOG_KEY_FILE");
    }

    @Test
    void aKeyThatHandsOverSignsTheEntryThatNamesItsSuccessor() {
        record(2);
        size(sealing(first, null));
        release();
        Sealing after = sealing(second, first);
        record(1);
        SignedNote newest = after.checkpointNow().orElseThrow();
        SealedLog log = log(second);
        List<Entry> changes = trail.of(pseudonyms.log());
        assertThat(changes)
                .singleElement()
                .satisfies(change -> assertThat(change.content().get("key-changed"))
                        .contains(first.verifier().text(), second.verifier().text()));
        long leaf = log.leaves(List.of(changes.get(0).id())).values().iterator().next();
        SignedNote handover = log.checkpoint(4).orElseThrow();
        assertThat(handover.check(first.verifier())).isEqualTo(Check.VERIFIED);
        assertThat(Checkpoint.of(handover).size()).isGreaterThan(leaf);
        record(1);
        newest = after.checkpointNow().orElseThrow();
        assertThat(newest.check(second.verifier())).isEqualTo(Check.VERIFIED);
        assertThat(newest.check(first.verifier())).isEqualTo(Check.ABSENT);
        release();
        record(1);
        assertThat(size(sealing(second, null))).isEqualTo(6);
    }

    @Test
    void whereNothingIsNewTheLogIsNotComparedAgainAndBeforeAnySignatureItIs() {
        Sealing sealing = sealing(first, null);
        record(3);
        size(sealing);
        size(sealing);
        database.getCollection("log-tiles").deleteMany(new Document());
        assertThat(size(sealing)).as("no tile was read").isEqualTo(3);

        assertThatThrownBy(() -> {
                    release();
                    sealing(first, null).checkpointNow();
                })
                .as("another process compares when it starts")
                .isInstanceOf(RuntimeException.class);
        release();
        record(1);
        assertThatThrownBy(sealing::checkpointNow)
                .as("what was signed is looked for before more is")
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void whereSomebodyElseWroteTheLogIsComparedAgain() {
        Sealing sealing = sealing(first, null);
        record(3);
        size(sealing);
        Checkpoint other = new Checkpoint("the-log", 3, MerkleHashing.leaf(new byte[] {1}));
        Document checkpoint = database.getCollection("checkpoints").find().first();
        database.getCollection("checkpoints")
                .replaceOne(
                        new Document("_id", checkpoint.get("_id")),
                        new Document(checkpoint)
                                .append(
                                        "note",
                                        SignedNote.sign(other.text(), first).print()));
        assertThatThrownBy(sealing::checkpointNow)
                .isInstanceOf(LogTrouble.class)
                .hasMessageContaining("is not of this log");
        assertThatThrownBy(sealing::checkpointNow).as("and again").isInstanceOf(LogTrouble.class);
    }

    @Test
    void witnessesSignWhatContinuesWhatTheySaw() throws Exception {
        try (FakeWitness witness = new FakeWitness(first.verifier(), new Faults(Faults.Mode.NONE, ""))) {
            Sealing sealing = sealing(first, null);
            Witnesses witnesses = witnesses(first, witness);
            record(3);
            sealing.checkpointNow();
            witnesses.ask();
            assertThat(log(first).checkpoint().orElseThrow().check(witness.verifier()))
                    .isEqualTo(Check.VERIFIED);
            record(4);
            sealing.checkpointNow();
            database.getCollection("witnesses").deleteMany(new Document());
            witnesses.ask();
            assertThat(witnesses.trouble()).as("it says itself what it saw").isEmpty();
            assertThat(witness.seen().size()).isEqualTo(7);
            assertThat(log(first).checkpoint().orElseThrow().check(witness.verifier()))
                    .isEqualTo(Check.VERIFIED);
        }
    }

    @Test
    void aWitnessThatSawMoreThanThereIsTellsThatTheDatabaseWasCutShort() throws Exception {
        try (FakeWitness witness = new FakeWitness(first.verifier(), new Faults(Faults.Mode.NONE, ""))) {
            record(3);
            sealing(first, null).checkpointNow();
            witnesses(first, witness).ask();
            for (String collection : List.of("trail", "runs", "checkpoints", "log-batches", "log-tiles", "log-index")) {
                database.getCollection(collection).deleteMany(new Document());
            }
            for (String id : List.of("log-head", "log-checkpoint", "log-lease")) {
                database.getCollection("meta").deleteOne(new Document("_id", id));
            }
            trail = Trails.in(database);
            record(2);
            new Sealing(
                            new Sequencer(database, Clock.systemUTC()),
                            sealer(first, folder.resolve("elsewhere")),
                            change(first, null),
                            witnesses(first, witness),
                            log(first),
                            Duration.ZERO)
                    .checkpointNow();
            Witnesses witnesses = witnesses(first, witness);
            database.getCollection("witnesses").deleteMany(new Document());
            witnesses.ask();
            assertThat(witnesses.trouble().get("partner"))
                    .contains("it says that it saw `3` entries, the log has 2")
                    .contains("not the one that it saw");
        }
    }

    private long size(Sealing sealing) {
        return Checkpoint.of(sealing.checkpointNow().orElseThrow()).size();
    }

    private void record(int count) {
        for (int i = 0; i < count; i++) {
            int number = recorded++;
            trail.append(Trails.person("person-" + number), 1, Trails.screened("MASH-" + number));
        }
    }

    private void release() {
        database.getCollection("meta").deleteOne(new Document("_id", "log-lease"));
    }

    private Sealing sealing(LogKey key, @Nullable LogKey previous) {
        return new Sealing(
                new Sequencer(database, Clock.systemUTC()),
                sealer(key, folder.resolve("checkpoints")),
                change(key, previous),
                new Witnesses(List.of(), database, new CheckpointStore(database), log(key)),
                log(key),
                Duration.ZERO);
    }

    private Sealer sealer(LogKey key, Path checkpoints) {
        return new Sealer(
                key,
                change(key, null)::known,
                new LogStore(database),
                new CheckpointStore(database),
                new CheckpointFolder(checkpoints),
                Clock.systemUTC());
    }

    private KeyChange change(LogKey key, @Nullable LogKey previous) {
        return new KeyChange(key, previous, trail, pseudonyms, new CheckpointStore(database), Clock.systemUTC());
    }

    private Witnesses witnesses(LogKey key, FakeWitness witness) {
        return new Witnesses(List.of(witness.witness()), database, new CheckpointStore(database), log(key));
    }

    private SealedLog log(LogKey key) {
        return new SealedLog(new LogStore(database), new CheckpointStore(database), key.verifier());
    }
}
