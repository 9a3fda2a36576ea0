package org.waymark.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.casework.stream.Ending;
import org.waymark.casework.stream.Line;
import org.waymark.casework.stream.LineAnswer;
import org.waymark.casework.stream.LineSink;
import org.waymark.casework.stream.LineSource;

/** A load through a service that is busy: it waits as long as it is asked to, and loses no line. */
class BusyServerTest {

    private static final int LINES = 3;

    /** What it answers, one call after the other; when there is nothing left it takes the lines. */
    private final Deque<String> answers = new ArrayDeque<>();

    private final List<Integer> sizes = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<Long> answered = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        String sent = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int lines = sent.split("\n").length;
        sizes.add(lines);
        String next = answers.isEmpty() ? "200" : answers.remove();
        if (!next.equals("200")) {
            String[] words = next.split(" ");
            if (words.length > 1) {
                call.getResponseHeaders().set("Retry-After", words[1]);
            }
            call.sendResponseHeaders(Integer.parseInt(words[0]), -1);
            call.close();
            return;
        }
        StringBuilder body = new StringBuilder();
        for (int i = 1; i <= lines; i++) {
            body.append("{\"line\": ")
                    .append(i)
                    .append(", \"status\": 201, \"decisionId\": \"d")
                    .append(i)
                    .append("\"}\n");
        }
        call.sendResponseHeaders(200, 0);
        call.getResponseBody().write(body.toString().getBytes(StandardCharsets.UTF_8));
        call.close();
    }

    private Ending load() throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (RunningServer running = new RunningServer(address, "screener", "secret", pauses::add)) {
            return running.send(lines(), sink());
        }
    }

    @Test
    void itWaitsAsLongAsItIsAskedToAndSendsTheSameAgain() throws Exception {
        answers.addAll(List.of("429 7", "503 2", "429 999999"));
        assertThat(load().complete()).isTrue();
        assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(2), Duration.ofMinutes(5));
        assertThat(sizes).as("lines in each call").containsExactly(LINES, LINES, LINES, LINES);
        assertThat(answered).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whereNobodySaysHowLongItWaitsLongerEachTime() throws Exception {
        answers.addAll(List.of("503", "502", "429 soon"));
        assertThat(load().complete()).isTrue();
        assertThat(pauses).hasSize(3).isSorted();
        assertThat(answered).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aServiceThatStaysBusyEndsTheLoadWhereItGoesOn() throws Exception {
        for (int i = 0; i < 100; i++) {
            answers.add("429 1");
        }
        Ending ending = load();
        assertThat(ending.goOnAt()).isEqualTo(1);
        assertThat(ending.why().orElseThrow().detail()).contains("takes nothing now (429)");
        assertThat(answered).isEmpty();
    }

    private static LineSource lines() {
        return new LineSource() {

            private long next = 1;

            @Override
            public Optional<Line> next() {
                return next > LINES
                        ? Optional.empty()
                        : Optional.of(Line.of(next++, "{}".getBytes(StandardCharsets.UTF_8)));
            }

            @Override
            public long nextNumber() {
                return next;
            }
        };
    }

    private LineSink sink() {
        return new LineSink() {

            @Override
            public void answer(LineAnswer answer) {
                answered.add(answer.number());
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }
        };
    }
}
