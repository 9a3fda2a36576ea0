package org.waymark.store;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/** A MongoDB server inside this process, on a loopback port of its own, for trying Waymark out and for tests. */
final class EmbeddedMongo implements AutoCloseable {

    private static final int ACCEPTING_THREADS = 1;

    /** A thread waits while its command becomes durable, so this is also the most that one commit can hold. */
    private static final int WORKING_THREADS = 32;

    private final MVStore file;
    private final MongoServer server;

    EmbeddedMongo(MVStore file) {
        this.file = file;
        this.server = new MongoServer(new DurableBackend(file));
        // A server that cannot bind shuts down by itself, and with it the file.
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), ACCEPTING_THREADS, WORKING_THREADS);
    }

    /**
     * Opens the file in the folder, making both where they are not there, and serves it.
     *
     * @throws StoreCannotStart if another process has the file, or it cannot be read
     */
    static EmbeddedMongo open(Path dataDir) {
        return new EmbeddedMongo(EmbeddedFile.open(dataDir));
    }

    String connectionString() {
        InetSocketAddress address = server.getLocalAddress();
        return "mongodb://" + address.getAddress().getHostAddress() + ":" + address.getPort();
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
