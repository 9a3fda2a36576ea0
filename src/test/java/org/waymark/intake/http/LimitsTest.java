package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.intake.http.Api.json;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.waymark.Waymark;

/** What one caller may take of the service, so that the others are served. */
@SpringBootTest(
        classes = Waymark.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "waymark.limits.requests-per-minute=100",
            "waymark.limits.failed-sign-ins-per-minute=10",
            "waymark.limits.slowest-headers=2s",
            "waymark.limits.slowest-body=3s",
            "waymark.limits.longest-pause=2s"
        })
@ContextConfiguration(initializers = SmallService.class)
@DirtiesContext
class LimitsTest {

    /** More than the limit and than what comes back of it in the time that this takes. */
    private static final int OFTEN = 1000;

    private static final int MANY = 40;

    @LocalServerPort
    int port;

    @Test
    void whoever_asks_too_often_is_told_when_to_ask_again_and_others_are_served() {
        HttpResponse<String> answer = askedUntilRefused("screener");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(json(answer).path("type").asString()).isEqualTo("urn:waymark:problem:too-many");
        assertThat(answer.headers().firstValue("Retry-After").map(Integer::valueOf))
                .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(1, 60));
        assertThat(Api.at(port, "auditor").get("/api/factors").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> askedUntilRefused(String user) {
        HttpResponse<String> answer = Api.at(port, user).get("/api/factors");
        for (int i = 0; i < OFTEN && answer.statusCode() == 200; i++) {
            answer = Api.at(port, user).get("/api/factors");
        }
        return answer;
    }

    @Test
    void whoever_guesses_has_to_wait_even_once_they_guess_right_and_others_are_let_in() throws IOException {
        String wrong = "Authorization: Basic c2NyZWVuZXI6d3Jvbmc=\r\n";
        String status = asked("127.0.0.2", wrong);
        assertThat(status).contains(" 401 ");
        for (int i = 0; i < OFTEN && status.contains(" 401 "); i++) {
            status = asked("127.0.0.2", wrong);
        }
        assertThat(status).contains(" 429 ");
        assertThat(Api.at(port, "policy").get("/api/factors").statusCode()).isEqualTo(200);
    }

    private String asked(String from, String header) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.getOutputStream()
                    .write(("GET /api/factors HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + header + "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("nothing");
        }
    }

    @Test
    void whoever_never_comes_to_the_end_of_their_headers_is_cut_off() throws Exception {
        assertCutOff("GET /api/factors HTTP/1.1\r\nHost: x\r\nX-Slow: ");
    }

    @Test
    void whoever_never_comes_to_the_end_of_the_first_line_is_cut_off() throws Exception {
        assertCutOff("GET /api/");
    }

    @Test
    void whoever_sends_a_body_a_byte_at_a_time_is_cut_off() throws Exception {
        String authorization = Api.at(port, "manager")
                .request("/")
                .build()
                .headers()
                .firstValue("Authorization")
                .orElseThrow();
        assertThat(assertCutOff(submission("Authorization: " + authorization + "\r\nContent-Length: 1000000\r\n")))
                .as("they were let in, and not refused for their number")
                .noneMatch(said -> said.startsWith("HTTP/1.1 4") && said.contains("too-many"));
        assertCutOff(submission("Authorization: " + authorization + "\r\nTransfer-Encoding: chunked\r\n") + "ffff\r\n");
    }

    @Test
    void whoever_is_refused_before_their_body_is_not_read_on_for_ever() throws Exception {
        for (String said : assertCutOff(submission("Content-Length: 1000000\r\n"))) {
            assertThat(said).startsWith("HTTP/1.1 4").contains("urn:waymark:problem:");
        }
    }

    private static String submission(String headers) {
        return "POST /api/assessments HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + headers + "\r\n";
    }

    /** Many at once, from an address whose failed sign-ins do not count for those who are served meanwhile. */
    private List<String> assertCutOff(String beginning) throws Exception {
        List<Dribbler> dribblers = new ArrayList<>();
        List<String> said = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                dribblers.add(new Dribbler("127.0.0.3", port, beginning));
            }
            assertThat(Api.send(Api.at(port, "").anonymous("/actuator/health")).statusCode())
                    .isEqualTo(200);
            for (Dribbler dribbler : dribblers) {
                said.add(dribbler.awaitCutOff());
            }
        } finally {
            for (Dribbler dribbler : dribblers) {
                dribbler.close();
            }
        }
        return said;
    }
}
