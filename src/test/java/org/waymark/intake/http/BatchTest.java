package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.intake.http.Api.json;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many assessments in one call, over a real connection. */
@RunningService
class BatchTest {

    private static final int TOO_LONG = 1024 * 1024 + 1;

    @LocalServerPort
    int port;

    private Api api;

    @BeforeEach
    void signIn() {
        api = Api.at(port, "screener");
    }

    @AfterEach
    void mend() {
        StoreBehindALine.LINE.mend();
    }

    @Test
    void each_line_is_answered_in_its_place_and_a_repeat_is_the_decision_of_the_first_time() {
        String first = contact("LCS-B1");
        List<JsonNode> answers = batch("", first + "\r\n\n" + "{\"nonsense\": 1}\n" + first + "\n" + contact("LCS-B2"));
        assertThat(answers).extracting(BatchTest::line).containsExactly(1, 3, 4, 5);
        assertThat(answers).extracting(BatchTest::status).containsExactly(201, 422, 200, 201);
        assertThat(answers.get(0).path("decision")).isEqualTo(answers.get(2).path("decision"));
        assertThat(answers.get(0).at("/assessment/assessmentId").asString()).isEqualTo("MASH-of-LCS-B1");
        assertThat(answers.get(1).at("/problem/type").asString()).isEqualTo("urn:waymark:problem:invalid");
        assertThat(answers.get(1).at("/problem/errors")).isNotEmpty();
        assertThat(api.trailOf("LCS-B1")).hasSize(1);
    }

    @Test
    void an_answer_says_what_a_single_call_would_have_said() {
        JsonNode answer = batch("", contact("LCS-B3")).get(0);
        HttpResponse<String> single = api.submit(contact("LCS-B3"));
        assertThat(single.statusCode()).isEqualTo(200);
        assertThat(answer.path("decision")).isEqualTo(json(single));
        assertThat(answer.path("decisionId")).isEqualTo(json(single).path("decisionId"));
        String wrong = contact("LCS-B3").replace("\"police\"", "\"polise\"");
        assertThat(batch("", wrong).get(0).path("problem")).isEqualTo(json(api.submit(wrong)));
    }

    @Test
    void decisions_can_be_left_out() {
        JsonNode answer = batch("?decisions=false", contact("LCS-B4")).get(0);
        assertThat(answer.propertyNames()).containsExactly("line", "status", "decisionId", "assessment");
        assertThat(send("?decisions=no", contact("LCS-B4").getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_answer_arrives_before_the_next_line_is_sent() throws IOException {
        try (OpenBatch batch = new OpenBatch(port)) {
            for (int i = 1; i <= 5; i++) {
                batch.send(contact("LCS-B5" + i) + "\n");
                assertThat(line(batch.answer())).isEqualTo(i);
            }
            batch.end();
            assertThat(batch.rest()).isEmpty();
        }
    }

    private static int line(JsonNode answer) {
        return answer.path("line").asInt();
    }

    private static int status(JsonNode answer) {
        return answer.path("status").asInt();
    }

    static String contact(String reference) {
        return Contact.about(reference).json();
    }

    private List<JsonNode> batch(String switches, String lines) {
        HttpResponse<String> answer = send(switches, lines.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        return answer.body().lines().map(JsonMapper.shared()::readTree).toList();
    }

    private HttpResponse<String> send(String switches, byte[] lines) {
        return Api.send(api.request("/api/assessments:batch" + switches)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(lines)));
    }
}
