package org.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedIsThereWhenTheStoreIsOpenedAgain() {
        try (Store store = openEmbedded()) {
            store.database().getCollection("notes").insertOne(new Document("_id", "first"));
        }
        try (Store store = openEmbedded()) {
            assertThat(store.database().getCollection("notes").find(new Document("_id", "first")))
                    .hasSize(1);
        }
    }

    @Test
    void everyWriteIsAcknowledgedByAMajorityAndTheJournal() {
        try (Store store = openEmbedded()) {
            assertThat(store.database().getWriteConcern()).isEqualTo(WriteConcern.MAJORITY.withJournal(true));
            assertThat(store.database().getName()).isEqualTo("waymark");
        }
    }

    @Test
    void aConnectionStringCannotWeakenWhatAnAcknowledgementMeans() {
        try (EmbeddedMongo server = EmbeddedMongo.open(folder);
                Store store = openMongo(server.connectionString() + "/elsewhere?w=1&journal=false")) {
            assertThat(store.database().getWriteConcern()).isEqualTo(WriteConcern.MAJORITY.withJournal(true));
            assertThat(store.database().getName()).isEqualTo("elsewhere");
        }
    }

    @Test
    void aSecondWaymarkOnTheSameFolderIsToldSo() {
        try (Store first = openEmbedded()) {
            assertThatThrownBy(this::openEmbedded)
                    .isInstanceOf(StoreCannotStart.class)
                    .hasMessage("the data folder `" + folder + "` is in use by another Waymark; stop that one, or give"
                            + " this one a folder of its own with WAYMARK_DATA_DIR");
            assertThat(first.health().check().writable()).isTrue();
        }
    }

    @Test
    void aFileThatIsNoStoreIsNamed() throws Exception {
        Files.writeString(folder.resolve("store.mv"), "not a store ".repeat(1000));
        assertThatThrownBy(this::openEmbedded)
                .isInstanceOf(StoreCannotStart.class)
                .hasMessageContaining("store.mv` cannot be opened");
    }

    @Test
    void aFolderThatWaymarkMakesIsItsOwnersAlone() throws Exception {
        Path made = folder.resolve("new/data");
        Store.open(StoreSettings.embedded(made), Clock.systemUTC()).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
    }

    @Test
    void aWrongConnectionStringIsRefusedWithoutRepeatingItsPassword() {
        assertThatThrownBy(() -> openMongo("mongodb:/waymark:hunter2@host"))
                .isInstanceOf(StoreCannotStart.class)
                .hasMessageContaining("WAYMARK_MONGODB_URI")
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void aMongoThatIsNotThereIsAnErrorAtStartAndSoon() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Instant start = Instant.now();
        assertThatThrownBy(() -> openMongo("mongodb://127.0.0.1:" + port))
                .isInstanceOf(StoreCannotStart.class)
                .hasMessageContaining("takes no write");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aWriteWhoseCommitFailsIsNotAcknowledged() {
        try (EmbeddedMongo server = EmbeddedMongo.open(folder);
                Store store = openMongo(server.connectionString())) {
            MongoCollection<Document> notes = store.database().getCollection("notes");
            notes.insertOne(new Document("_id", "first"));
            server.file().closeImmediately();
            assertThatThrownBy(() -> notes.insertOne(new Document("_id", "second")))
                    .isInstanceOf(MongoException.class);
        }
        try (Store store = openEmbedded()) {
            assertThat(store.database().getCollection("notes").find())
                    .extracting("_id")
                    .containsExactly("first");
        }
    }

    @Test
    void aRefusedWriteIsToldByTheStoreWithItsReason() {
        try (Store store = openEmbedded()) {
            MongoCollection<Document> notes = store.database().getCollection("notes");
            notes.createIndex(new Document("key", 1), new IndexOptions().unique(true));
            notes.insertOne(new Document("_id", 1).append("key", "same"));
            assertThatThrownBy(() -> notes.insertOne(new Document("_id", 2).append("key", "same")))
                    .isInstanceOf(MongoException.class)
                    .hasMessageContaining("E11000");
        }
    }

    @Test
    void manyWritersAreAllAnswered() {
        try (Store store = openEmbedded()) {
            MongoCollection<Document> notes = store.database().getCollection("notes");
            CompletableFuture<?>[] writers = new CompletableFuture<?>[100];
            for (int i = 0; i < writers.length; i++) {
                Document note = new Document("_id", i);
                writers[i] = CompletableFuture.runAsync(() -> notes.insertOne(note));
            }
            CompletableFuture.allOf(writers).join();
            assertThat(notes.countDocuments()).isEqualTo(100);
        }
    }

    private Store openEmbedded() {
        return Store.open(StoreSettings.embedded(folder), Clock.systemUTC());
    }

    private Store openMongo(String uri) {
        return Store.open(StoreSettings.mongodb(uri, folder), Clock.systemUTC());
    }
}
