package org.waymark.service;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packed jar, serving on a port of its own, as its users run it. */
final class RunningService implements AutoCloseable {

    private static final String PASSWORD = "only-for-this-test";
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private static final String SCREENER = "screener";

    /** A version's whole check takes a minute or more on a busy machine. */
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(10);

    private final Process process;
    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private RunningService(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts the service and waits until it says that it is healthy. */
    static RunningService start(Path dataDir) throws IOException, InterruptedException {
        return start(dataDir, Map.of());
    }

    /** The same with settings of its own. */
    static RunningService start(Path dataDir, Map<String, String> settings) throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-jar",
                System.getProperty("waymark.jar"));
        builder.environment()
                .putAll(Map.of(
                        "SERVER_PORT", String.valueOf(port),
                        "WAYMARK_DATA_DIR", dataDir.toString(),
                        "WAYMARK_LOCAL_PASSWORD", PASSWORD));
        builder.environment().putAll(settings);
        Files.createDirectories(dataDir.toAbsolutePath().getParent());
        // Kept for the last look of the build, see WhatWasLogged.
        Path kept = Files.createDirectories(Path.of("target", "logged"));
        File log = kept.resolve("service-" + port + "-" + System.nanoTime() + ".log")
                .toFile();
        Process process = builder.redirectErrorStream(true).redirectOutput(log).start();
        RunningService service = new RunningService(process, port);
        service.awaitHealth(log);
        return service;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitHealth(File log) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            try {
                if (get("/actuator/health").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // The port opens late in the start.
            }
            Thread.sleep(250);
        }
        process.destroyForcibly();
        throw new AssertionError("the service did not start: see " + log);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(SCREENER, path);
    }

    HttpResponse<String> get(String user, String path) throws IOException, InterruptedException {
        return client.send(request(user, path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return post(SCREENER, path, body);
    }

    HttpResponse<String> post(String user, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = request(user, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String name, String path) {
        String user = name + ":" + PASSWORD;
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(LONGEST_ANSWER)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it as a power cut would: SIGKILL, with nothing flushed and nobody told. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
