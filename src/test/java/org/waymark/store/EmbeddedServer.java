package org.waymark.store;

import java.nio.file.Path;
import org.waymark.store.embedded.StoredFile;

/** The embedded server for tests of other modules that speak to it from outside or break it. */
public final class EmbeddedServer implements AutoCloseable {

    private final EmbeddedMongo server;

    public EmbeddedServer(Path dataDir) {
        this.server = EmbeddedMongo.open(dataDir);
    }

    /** One whose file is reached through a file system of H2 that a test has registered under that scheme. */
    public EmbeddedServer(Path dataDir, String scheme) {
        this.server = new EmbeddedMongo(StoredFile.open(scheme + ":" + dataDir.resolve("store.mv")));
    }

    public String uri() {
        return server.connectionString();
    }

    public int port() {
        return Integer.parseInt(uri().substring(uri().lastIndexOf(':') + 1));
    }

    /** Lets the file go underneath the server, as a disk that fails does. */
    public void loseFile() {
        server.file().closeImmediately();
    }

    @Override
    public void close() {
        server.close();
    }
}
