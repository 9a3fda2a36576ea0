package org.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ServedStoreTest {

    private static final Document NOTE = new Document("_id", "first");

    @TempDir
    private Path folder;

    @Test
    void severalNodesShareOneFolderThroughTheProcessThatServesIt() {
        try (ServedStore served = ServedStore.open(folder.resolve("data"), 0);
                Store one = node(served);
                Store other = node(served)) {
            one.database().getCollection("notes").insertOne(NOTE);
            assertThat(other.database().getCollection("notes").find(NOTE)).hasSize(1);
        }
    }

    @Test
    void whatItAcknowledgedIsThereWhenTheFolderIsServedAgain() {
        try (ServedStore served = ServedStore.open(folder.resolve("data"), 0);
                Store node = node(served)) {
            node.database().getCollection("notes").insertOne(NOTE);
        }
        try (ServedStore served = ServedStore.open(folder.resolve("data"), 0);
                Store node = node(served)) {
            assertThat(node.database().getCollection("notes").find(NOTE)).hasSize(1);
        }
    }

    @Test
    void aPortThatIsTakenIsNamedAndTheFolderIsLetGo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> ServedStore.open(folder.resolve("data"), taken.getLocalPort()))
                    .isInstanceOf(StoreCannotStart.class)
                    .hasMessage("port " + taken.getLocalPort() + " is taken by another program; give another port");
        }
        ServedStore.open(folder.resolve("data"), 0).close();
    }

    @Test
    void itEndsByItselfWhenItsFileCanBeWrittenNoMore() throws Exception {
        try (EmbeddedMongo server = EmbeddedMongo.open(folder.resolve("data"));
                Store node = Store.open(StoreSettings.mongodb(server.connectionString(), folder), Clock.systemUTC())) {
            server.file().closeImmediately();
            assertThatThrownBy(() -> node.database().getCollection("notes").insertOne(NOTE));
            assertThat(server.awaitEnd()).isPresent();
        }
    }

    @Test
    void whoeverWaitsForItsEndIsToldNoCauseWhenItIsClosed() {
        ServedStore served = ServedStore.open(folder.resolve("data"), 0);
        CompletableFuture<Boolean> cause = CompletableFuture.supplyAsync(() -> {
            try {
                return served.awaitEnd().isPresent();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        served.close();
        assertThat(cause.join()).isFalse();
    }

    private Store node(ServedStore served) {
        return Store.open(StoreSettings.mongodb(served.uri(), folder), Clock.systemUTC());
    }
}
