package org.waymark.intake.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.store.EmbeddedServer;

/** Gives the service a store in a temporary folder, and keeps hold of the line between the two. */
public final class StoreBehindALine implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The line of the one service that all tests share. */
    static final CutLine LINE;

    private static final Path FOLDER;

    static {
        try {
            FOLDER = Files.createTempDirectory("waymark-http");
            EmbeddedServer server = new EmbeddedServer(FOLDER.resolve("server"));
            LINE = new CutLine(server.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("waymark.data-dir=" + FOLDER, "waymark.mongodb-uri=" + LINE.uri())
                .applyTo(context);
    }
}
