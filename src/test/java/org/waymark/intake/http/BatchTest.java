package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.intake.http.Api.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many assessments in one call, over a real connection. */
@RunningService
class BatchTest {

    /** As the service is set without a setting. */
    private static final int AT_ONCE = 8;

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

    @Test
    void more_batches_at_once_than_are_taken_are_told_when_to_come_again() throws IOException {
        List<OpenBatch> open = new ArrayList<>();
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                OpenBatch batch = new OpenBatch(port);
                open.add(batch);
                batch.send(contact("LCS-B6" + i) + "\n");
                assertThat(line(batch.answer())).isEqualTo(1);
            }
            HttpResponse<String> refused = send("", contact("LCS-B6X").getBytes(StandardCharsets.UTF_8));
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("10");
            assertThat(json(refused).path("type").asString()).isEqualTo("urn:waymark:problem:too-many");
        } finally {
            for (OpenBatch batch : open) {
                batch.end();
                assertThat(batch.rest()).isEmpty();
                batch.close();
            }
        }
        assertThat(batch("", contact("LCS-B6X"))).extracting(BatchTest::status).containsExactly(201);
    }

    @Test
    void each_kind_of_bad_line_is_refused_in_its_place_and_the_others_are_recorded() throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.writeBytes("no json\n".getBytes(StandardCharsets.UTF_8));
        lines.writeBytes(new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"', '\n'});
        lines.writeBytes(("{\"a\":\"" + "x".repeat(TOO_LONG) + "\"}\n").getBytes(StandardCharsets.UTF_8));
        lines.writeBytes("   \r\n".getBytes(StandardCharsets.UTF_8));
        lines.writeBytes((contact("LCS-B6") + "\n").getBytes(StandardCharsets.UTF_8));
        lines.writeBytes(contact("LCS-B6").replace("\"police\"", "\"school\"").getBytes(StandardCharsets.UTF_8));
        List<JsonNode> answers = answers(send("", lines.toByteArray()));
        assertThat(answers).extracting(BatchTest::line).containsExactly(1, 2, 3, 5, 6);
        assertThat(answers).extracting(BatchTest::status).containsExactly(400, 400, 413, 201, 409);
        assertThat(answers.get(1).at("/problem/errors/0/message").asString()).contains("is not UTF-8");
    }

    @Test
    void a_packed_body_is_unpacked_and_one_that_grows_without_end_is_cut() throws IOException {
        assertThat(answers(packed(contact("LCS-B7").getBytes(StandardCharsets.UTF_8))))
                .extracting(BatchTest::status)
                .containsExactly(201);
        List<JsonNode> cut = answers(packed(new byte[64 * 1024 * 1024]));
        assertThat(cut).hasSize(1);
        assertThat(cut.get(0).path("goOnAt").asInt()).isEqualTo(1);
        assertThat(cut.get(0).at("/problem/detail").asString()).contains("send it unpacked");
        HttpResponse<String> none = Api.send(api.request("/api/assessments:batch")
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", "br")
                .POST(BodyPublishers.ofString("x")));
        assertThat(none.statusCode()).isEqualTo(415);
    }

    private HttpResponse<String> packed(byte[] lines) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(lines);
        }
        return Api.send(api.request("/api/assessments:batch?decisions=false")
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray())));
    }

    @Test
    void of_a_body_that_breaks_off_what_was_answered_stands_and_the_last_line_says_where_to_go_on() throws IOException {
        try (OpenBatch batch = new OpenBatch(port)) {
            batch.send(contact("LCS-B8") + "\n" + contact("LCS-B9").substring(0, 50));
            assertThat(status(batch.answer())).isEqualTo(201);
            batch.breakOff();
            JsonNode last = batch.answer();
            assertThat(last.path("goOnAt").asInt()).isEqualTo(2);
            assertThat(last.at("/problem/detail").asString()).contains("broke off");
            assertThat(batch.rest()).isEmpty();
        }
        assertThat(api.trailOf("LCS-B8")).hasSize(1);
        assertThat(api.trailOf("LCS-B9")).isEmpty();
    }

    @Test
    void where_the_store_goes_away_the_line_and_those_behind_it_can_be_sent_again() throws Exception {
        try (OpenBatch batch = new OpenBatch(port)) {
            batch.send(contact("LCS-B10") + "\n");
            assertThat(status(batch.answer())).isEqualTo(201);
            StoreBehindALine.LINE.cut();
            batch.send(contact("LCS-B11") + "\n");
            JsonNode gone = batch.answer();
            assertThat(status(gone)).isEqualTo(503);
            assertThat(gone.at("/problem/type").asString()).isEqualTo("urn:waymark:problem:unavailable");
            JsonNode last = batch.answer();
            assertThat(last.path("goOnAt").asInt()).isEqualTo(2);
            batch.end();
            assertThat(batch.rest()).isEmpty();
        }
        StoreBehindALine.LINE.mend();
        JsonNode again = batch("", contact("LCS-B11")).get(0);
        for (int i = 0; i < 20 && status(again) == 503; i++) {
            Thread.sleep(500);
            again = batch("", contact("LCS-B11")).get(0);
        }
        assertThat(status(again)).isIn(200, 201);
        assertThat(api.trailOf("LCS-B11")).hasSize(1);
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
        return answers(send(switches, lines.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<JsonNode> answers(HttpResponse<String> answer) {
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
