package org.waymark.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The embedded store of a data folder, served by URI on this machine's loopback address, so that several nodes share
 * it through the one process that has its file. It is as durable as it is inside a node.
 */
public final class ServedStore implements AutoCloseable {

    private final EmbeddedMongo server;

    private ServedStore(EmbeddedMongo server) {
        this.server = server;
    }

    /**
     * Opens the store of the folder, made where it is not there, and serves it.
     *
     * @param port to listen on; 0 for any that is free
     * @throws StoreCannotStart if another process has the folder or the port, or the file cannot be read
     */
    public static ServedStore open(Path dataDir, int port) {
        return new ServedStore(EmbeddedMongo.open(dataDir, port));
    }

    /** Where nodes find it, as WAYMARK_MONGODB_URI takes it. */
    public String uri() {
        return server.connectionString() + "/" + Store.DEFAULT_DATABASE;
    }

    /**
     * Waits until it is closed, or until its file can be written no more: then it answers nothing any more, and is to
     * be closed and opened again once the cause is mended.
     *
     * @return the cause; nothing where it was closed
     */
    public Optional<Throwable> awaitEnd() throws InterruptedException {
        return server.awaitEnd();
    }

    /** Takes no more commands, finishes those that run, makes the file compact and lets go of it. */
    @Override
    public void close() {
        server.close();
    }
}
