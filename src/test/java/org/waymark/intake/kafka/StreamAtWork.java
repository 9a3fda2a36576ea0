package org.waymark.intake.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.waymark.intake.http.CutLine;
import org.waymark.intake.http.RunningService;
import org.waymark.store.EmbeddedServer;

/** The service with a store behind a line that can be cut, and told of a broker that is not there yet. */
public final class StreamAtWork implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final CutLine LINE;
    static final int BROKER_PORT;

    private static final Path FOLDER;

    static {
        try (ServerSocket free = new ServerSocket(0)) {
            FOLDER = Files.createTempDirectory("waymark-stream");
            LINE = new CutLine(new EmbeddedServer(FOLDER.resolve("server")).port());
            BROKER_PORT = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "waymark.data-dir=" + FOLDER,
                        "waymark.mongodb-uri=" + LINE.uri(),
                        "waymark.local-password=" + RunningService.PASSWORD,
                        "waymark.kafka.bootstrap-servers=" + brokers(),
                        "waymark.kafka.partitions=3",
                        "waymark.kafka.watch-every=500ms",
                        "waymark.kafka.longest-pause=1s")
                .applyTo(context);
    }

    static String brokers() {
        return "localhost:" + BROKER_PORT;
    }

    /** Starts the broker, which has no topics. */
    static EmbeddedKafkaKraftBroker startBroker() {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.kafkaPorts(BROKER_PORT);
        broker.brokerProperty("auto.create.topics.enable", false);
        broker.afterPropertiesSet();
        return broker;
    }
}
