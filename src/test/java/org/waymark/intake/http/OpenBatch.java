package org.waymark.intake.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A batch that is sent and answered bit by bit, by hand, so that a test sees when what comes. */
final class OpenBatch implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 120_000;

    private final Socket socket;
    private final OutputStream out;
    private final BufferedReader in;
    private boolean headRead;

    OpenBatch(int port, String... headers) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        out = socket.getOutputStream();
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        String secret = Base64.getEncoder()
                .encodeToString(("screener:" + RunningService.PASSWORD).getBytes(StandardCharsets.UTF_8));
        StringBuilder head =
                new StringBuilder("POST /api/assessments:batch?decisions=false HTTP/1.1\r\nHost: localhost\r\n"
                        + "Authorization: Basic " + secret + "\r\nContent-Type: application/x-ndjson\r\n"
                        + "Transfer-Encoding: chunked\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        write((head + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
        write(bytes);
        write("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** The body is whole. */
    void end() throws IOException {
        write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** The body is not, and nothing of it comes any more. */
    void breakOff() throws IOException {
        socket.shutdownOutput();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Waits for the next answer. */
    JsonNode answer() throws IOException {
        JsonNode answer = next();
        if (answer == null) {
            throw new IOException("no answer came");
        }
        return answer;
    }

    /** The answers up to their end. */
    List<JsonNode> rest() throws IOException {
        List<JsonNode> rest = new ArrayList<>();
        for (JsonNode answer = next(); answer != null; answer = next()) {
            rest.add(answer);
        }
        return rest;
    }

    /** Answers begin with a brace; sizes of chunks and headers do not. */
    private @Nullable JsonNode next() throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("{")) {
                return JsonMapper.shared().readTree(line);
            } else if (headRead && line.equals("0")) {
                return null;
            }
            headRead = headRead || line.isEmpty();
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
