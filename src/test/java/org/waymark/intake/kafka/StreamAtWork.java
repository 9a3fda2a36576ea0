package org.waymark.intake.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.waymark.intake.http.CutLine;
import org.waymark.intake.http.RunningService;
import org.waymark.ruleset.SmallRules;
import org.waymark.store.EmbeddedServer;

/** The service with a store behind a line that can be cut, and a broker that it does not reach at first. */
public final class StreamAtWork implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final CutLine LINE;
    static final EmbeddedKafkaKraftBroker BROKER = new EmbeddedKafkaKraftBroker(1, 1);

    /** The line over which the service first calls the broker; cut, until a test mends it. */
    static final CutLine FIRST_CALL;

    private static final Path FOLDER;

    static {
        try {
            FOLDER = Files.createTempDirectory("waymark-stream");
            LINE = new CutLine(new EmbeddedServer(FOLDER.resolve("server")).port());
            BROKER.brokerProperty("auto.create.topics.enable", "false");
            BROKER.afterPropertiesSet();
            FIRST_CALL = new CutLine(port(BROKER.getBrokersAsString()));
            FIRST_CALL.cut();
            rules();
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
                        "waymark.rules-dir=" + FOLDER.resolve("rules"),
                        "waymark.kafka.bootstrap-servers=127.0.0.1:" + port(FIRST_CALL.uri()),
                        // A broker that another test had in this process leaves its address under this name.
                        "spring.kafka.bootstrap-servers=127.0.0.1:" + port(FIRST_CALL.uri()),
                        "waymark.kafka.partitions=3",
                        "waymark.kafka.watch-every=500ms",
                        "waymark.kafka.longest-pause=1s")
                .applyTo(context);
    }

    private static void rules() throws IOException {
        Path folder = Files.createDirectories(FOLDER.resolve("rules"));
        for (Map.Entry<String, byte[]> file :
                SmallRules.of(SmallRules.GOOD).files().all().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }
}
