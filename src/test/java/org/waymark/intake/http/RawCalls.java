package org.waymark.intake.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A connection over which anything may be sent, sense or nonsense, as no proper client would send it. */
final class RawCalls implements AutoCloseable {

    /** Only so that a test ends that fails. */
    private static final int LONGEST_WAIT_MILLIS = 120_000;

    /** Of a body: a log that grows through many calls would not fit into memory. */
    private static final int MOST_KEPT = 4 * 1024 * 1024;

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final int port;
    private Socket socket;
    private InputStream in;

    RawCalls(int port) {
        this.port = port;
    }

    /** What came back. */
    record Answer(int status, String head, String body) {}

    /**
     * Sends a request and reads the answer; nothing where the server hung up without one.
     *
     * @param last whether nothing can be sent over this connection after it
     */
    Optional<Answer> send(byte[] request, boolean toHead, boolean last) throws IOException {
        if (socket == null) {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(LONGEST_WAIT_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        }
        try {
            socket.getOutputStream().write(request);
        } catch (IOException hungUp) {
            // It may have answered before.
        }
        Optional<Answer> answer = read(toHead);
        if (last || answer.isEmpty() || answer.get().head().contains("connection: close")) {
            close();
        }
        return answer;
    }

    private Optional<Answer> read(boolean toHead) throws IOException {
        try {
            String head = head();
            while (head.startsWith("http/1.1 1")) {
                head = head();
            }
            if (head.isEmpty()) {
                return Optional.empty();
            }
            int status = Integer.parseInt(head.split(" ", 3)[1].strip());
            boolean bare = toHead || status == NO_CONTENT || status == NOT_MODIFIED;
            return Optional.of(new Answer(status, head, bare ? "" : body(head)));
        } catch (java.net.SocketTimeoutException e) {
            throw new IOException("the server neither answered nor hung up", e);
        } catch (java.net.SocketException reset) {
            return Optional.empty();
        }
    }

    /** In small letters, up to the empty line; empty where the server hung up. */
    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append('\n');
        }
        return head.toString().toLowerCase(Locale.ROOT);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
            if (one != '\r') {
                line.write(one);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private String body(String head) throws IOException {
        if (head.contains("transfer-encoding: chunked")) {
            return chunks();
        }
        int at = head.indexOf("content-length: ");
        if (at < 0) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        keep(
                Integer.parseInt(head.substring(at + "content-length: ".length(), head.indexOf('\n', at))
                        .strip()),
                body);
        return body.toString(StandardCharsets.UTF_8);
    }

    private String chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String size = line(); !size.isEmpty(); size = line()) {
            int length = Integer.parseInt(size.strip(), 16);
            keep(length, body);
            line();
            if (length == 0) {
                break;
            }
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private void keep(int length, ByteArrayOutputStream body) throws IOException {
        int kept = Math.min(length, MOST_KEPT - body.size());
        body.write(in.readNBytes(kept));
        in.skipNBytes(length - kept);
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
