package org.waymark.store;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.mvstore.MVStore;
import org.waymark.store.embedded.DurableBackend;

/** A MongoDB server inside this process, on a loopback port of its own, for trying Waymark out and for tests. */
final class EmbeddedMongo implements AutoCloseable {

    private static final int ANY_PORT = 0;
    private static final int ACCEPTING_THREADS = 1;

    /** A thread waits while its command becomes durable, so this is also the most that one commit can hold. */
    private static final int WORKING_THREADS = 32;

    private final MVStore file;
    private final DurableBackend backend;
    private final MongoServer server;

    EmbeddedMongo(MVStore file) {
        this(file, ANY_PORT);
    }

    private EmbeddedMongo(MVStore file, int port) {
        this.file = file;
        this.backend = new DurableBackend(file);
        this.server = new MongoServer(backend);
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try {
            server.bind(address, ACCEPTING_THREADS, WORKING_THREADS);
        } catch (Exception e) {
            // Netty throws what the system said, though no signature says so.
            server.shutdownNow();
            throw new StoreCannotStart("port " + port + " is taken by another program; give another port", e);
        }
    }

    /**
     * Opens the file in the folder, making both where they are not there, and serves it.
     *
     * @throws StoreCannotStart if another process has the file, or it cannot be read
     */
    static EmbeddedMongo open(Path dataDir) {
        return open(dataDir, ANY_PORT);
    }

    /**
     * The same, on a port that is known beforehand.
     *
     * @throws StoreCannotStart if another process has the port, too
     */
    static EmbeddedMongo open(Path dataDir, int port) {
        return new EmbeddedMongo(EmbeddedFile.open(dataDir), port);
    }

    String connectionString() {
        InetSocketAddress address = server.getLocalAddress();
        return "mongodb://" + address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    /** Waits until nothing can be written any more, or until it is closed; the reason, where it is not closed. */
    Optional<Throwable> awaitEnd() throws InterruptedException {
        return backend.awaitEnd();
    }

    /** The file underneath, for tests that break it. */
    MVStore file() {
        return file;
    }

    /** Takes no more commands, finishes those that run, makes the file compact and lets go of it. */
    @Override
    public void close() {
        server.shutdownNow();
    }
}
