package org.waymark.broker;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A Kafka broker in a process of its own, from the artifacts that the tests have anyway. It is killed and started
 * again on the same ports and over the same files, as a machine that lost power is.
 */
public final class BrokerProcess implements AutoCloseable {

    private static final Path SETTINGS = Path.of("src/test/kafka/server.properties");
    private static final Path LOGGING = Path.of("src/test/kafka/logback.xml");
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final Path folder;
    private final int port;
    private final Map<String, Object> signIn;
    private Process process;

    private BrokerProcess(Path folder, int port, Map<String, Object> signIn) {
        this.folder = folder;
        this.port = port;
        this.signIn = signIn;
    }

    /**
     * Starts a new one and waits until it answers.
     *
     * @param folder that is its own: its settings, its files and its log {@code broker.log}
     */
    public static BrokerProcess start(Path folder) throws IOException, InterruptedException {
        return start(folder, Map.of(), Map.of());
    }

    /**
     * The same with settings of its own.
     *
     * @param own settings of the broker, before those that it has anyway; clients find the listener that brokers use
     * @param signIn what a client must be set to that may ask it anything
     */
    public static BrokerProcess start(Path folder, Map<String, String> own, Map<String, Object> signIn)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        BrokerProcess broker = new BrokerProcess(folder, freePort(), signIn);
        broker.writeSettings(freePort(), own);
        broker.format();
        broker.restart();
        return broker;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The same settings that a developer's broker has, with ports and files of its own. */
    private void writeSettings(int controllerPort, Map<String, String> own) throws IOException {
        Properties settings = new Properties();
        try (Reader in = Files.newBufferedReader(SETTINGS)) {
            settings.load(in);
        }
        settings.putAll(own);
        settings.setProperty(
                "listeners",
                settings.getProperty("inter.broker.listener.name") + "://" + bootstrapServers()
                        + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.setProperty("log.dirs", folder.resolve("data").toString());
        try (Writer out = Files.newBufferedWriter(settings())) {
            settings.store(out, null);
        }
    }

    private void format() throws IOException, InterruptedException {
        String cluster = org.apache.kafka.common.Uuid.randomUuid().toString();
        Process formatting = java(
                "kafka.tools.StorageTool",
                "format",
                "--cluster-id",
                cluster,
                "--config",
                settings().toString());
        if (formatting.waitFor() != 0) {
            throw new AssertionError("the broker's files could not be made: see " + log());
        }
    }

    /** Starts it again over the same files and waits until it answers. */
    public void restart() throws IOException, InterruptedException {
        process = java("kafka.Kafka", settings().toString());
        awaitAnswer();
    }

    private void awaitAnswer() throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        awaitPort(deadline);
        Map<String, Object> impatient = new HashMap<>(connection());
        impatient.putAll(Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_000,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200));
        try (Admin admin = Admin.create(impatient)) {
            while (System.nanoTime() < deadline && process.isAlive()) {
                try {
                    if (!admin.describeCluster().nodes().get().isEmpty()) {
                        return;
                    }
                } catch (ExecutionException notYet) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
            }
        }
        process.destroyForcibly();
        throw new AssertionError("the broker did not start: see " + log());
    }

    /** An admin client that finds no port asks again at once, for ever, and takes a whole core to it. */
    private void awaitPort(long deadline) throws InterruptedException {
        while (System.nanoTime() < deadline && process.isAlive()) {
            try (Socket reached = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    /** Where clients find it. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** For what a test asks of it. */
    public Admin admin() {
        return Admin.create(connection());
    }

    private Map<String, Object> connection() {
        Map<String, Object> connection = new HashMap<>(signIn);
        connection.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        return connection;
    }

    /** Kills it as a power cut would: SIGKILL, with nothing flushed and nobody told. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** The processor time that it has taken. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What it says. */
    public Path log() {
        return folder.resolve("broker.log");
    }

    private Path settings() {
        return folder.resolve("server.properties");
    }

    private Process java(String... mainAndArguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=" + LOGGING.toAbsolutePath(),
                "-cp",
                jars()));
        command.addAll(List.of(mainAndArguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /** The test's own class path without the classes of the service. */
    private static String jars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") && !entry.endsWith("waymark.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
