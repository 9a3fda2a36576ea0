package org.waymark.intake.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A client that begins a request and then sends a byte now and then, for ever. */
final class Dribbler implements AutoCloseable {

    /** Shorter than any time-out between two bytes. */
    private static final long PAUSE_MILLIS = 100;

    /** Only so that a test ends that fails. */
    private static final int LONGEST_WAIT_MILLIS = 120_000;

    private final Socket socket = new Socket();
    private final Thread sender;

    /** @param from the address of this machine that it comes from */
    Dribbler(String from, int port, String beginning) throws IOException {
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.UTF_8));
        sender = new Thread(this::dribble, "dribbler");
        sender.setDaemon(true);
        sender.start();
    }

    private void dribble() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                socket.getOutputStream().write('x');
            }
        } catch (IOException cutOff) {
            // What the test waits for.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the server has hung up; what it said before. */
    String awaitCutOff() throws InterruptedException {
        StringBuilder said = new StringBuilder();
        try {
            for (int one = socket.getInputStream().read();
                    one >= 0;
                    one = socket.getInputStream().read()) {
                said.append((char) one);
            }
        } catch (java.net.SocketTimeoutException never) {
            throw new AssertionError("nobody hung up on it", never);
        } catch (IOException reset) {
            // Hung up on while it was still sending.
        }
        sender.join(LONGEST_WAIT_MILLIS);
        return said.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
