package org.waymark.trail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** A line to a server that passes a chosen command on and then loses the answer, as a network does. */
final class DeafLine implements AutoCloseable {

    private final int target;
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Optional<String> lost = Optional.empty();

    DeafLine(int target) throws IOException {
        this.target = target;
        threads.execute(this::accept);
    }

    String uri() {
        return "mongodb://127.0.0.1:" + door.getLocalPort();
    }

    void loseAnswersTo(String command) {
        lost = Optional.of(command);
    }

    void mend() {
        lost = Optional.empty();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                AtomicBoolean deaf = new AtomicBoolean();
                threads.execute(() -> pass(client, server, deaf, true));
                threads.execute(() -> pass(server, client, deaf, false));
            }
        } catch (IOException e) {
            // The door was closed: the test is over.
        }
    }

    private void pass(Socket from, Socket to, AtomicBoolean deaf, boolean asking) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[65536];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                String text = new String(bytes, 0, read, StandardCharsets.ISO_8859_1);
                if (asking && lost.filter(text::contains).isPresent()) {
                    deaf.set(true);
                }
                if (!asking && deaf.get()) {
                    return;
                }
                out.write(bytes, 0, read);
            }
        } catch (IOException e) {
            // One end hung up, and with it the other.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
