package org.waymark.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The packed jar, serving the embedded store to others; it is stopped, killed and given a disk that is full. */
final class StoreProcess implements AutoCloseable {

    private static final String FILE = "store.mv";
    private static final int KIB = 1024;

    private final Path data;
    private final Path log;
    private final int port;
    private Process process;

    private StoreProcess(Path data, int port) {
        this.data = data;
        this.log = data.resolveSibling("store.log");
        this.port = port;
    }

    static StoreProcess start(Path data) throws IOException, InterruptedException {
        Files.createDirectories(data);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StoreProcess store = new StoreProcess(data, free.getLocalPort());
            free.close();
            store.restart();
            return store;
        }
    }

    String uri() {
        return "mongodb://127.0.0.1:" + port + "/waymark";
    }

    /** Starts it again with all the room there is. */
    void restart() throws IOException, InterruptedException {
        restart("unlimited");
    }

    /** Starts it again with a file that can grow by so much and no more: what comes then is refused by the system. */
    void restartWithRoomFor(int kib) throws IOException, InterruptedException {
        restart(String.valueOf(Files.size(data.resolve(FILE)) / KIB + kib));
    }

    private void restart(String largestFile) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // A process group of one: the shell becomes the store.
        process = new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -f " + largestFile + " && exec \"$@\"",
                        "bash",
                        java,
                        "-Xmx512m",
                        "-jar",
                        System.getProperty("waymark.jar"),
                        "store",
                        "serve",
                        "--port",
                        String.valueOf(port),
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        awaitPort();
    }

    private void awaitPort() throws InterruptedException {
        while (process.isAlive()) {
            try (Socket reached = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new AssertionError("the store did not start: see " + log);
    }

    /** Waits until it ends by itself; with which exit code. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            throw new AssertionError("the store did not end: see " + log);
        }
        return process.exitValue();
    }

    /** What it said, in this run and those before. */
    String said() throws IOException {
        return Files.readString(log);
    }

    void stop() throws InterruptedException {
        process.destroy();
        awaitEnd();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
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
