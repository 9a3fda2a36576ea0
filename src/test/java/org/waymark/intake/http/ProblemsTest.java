package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.intake.http.Api.json;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every refusal is a problem document that says what to do and nothing about the inside. */
@RunningService
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {

    @LocalServerPort
    int port;

    @Autowired
    MongoDatabase database;

    private Api api;

    @BeforeEach
    void signIn() {
        api = Api.at(port, "screener");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/nonsense,              404, not-found",
        "GET,    /api/decisions/none,        404, not-found",
        "GET,    /error,                     404, not-found",
        "DELETE, /api/assessments,           405, method-not-allowed",
        "PUT,    /api/factors,               405, method-not-allowed",
        "GET,    /api/a/%2e%2e/b,            400, bad-request",
        "GET,    /actuator/health/a%2Fb,     404, not-found",
        "GET,    /actuator/health/a/b.css,   404, not-found",
        "GET,    /%61ctuator/he%61lth/a/b,   404, not-found",
        "GET,    /actuator/env,              403, forbidden",
        "GET,    /actuator,                  403, forbidden"
    })
    void an_address_or_method_that_is_not_there(String method, String path, int status, String code) {
        assertProblem(Api.send(api.request(path).method(method, BodyPublishers.noBody())), status, code);
    }

    @Test
    void a_type_that_is_not_read_or_not_answered() {
        assertProblem(Api.send(api.request("/api/factors").header("Accept", "text/html")), 406, "not-acceptable");
        assertProblem(
                Api.send(api.request("/api/assessments")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("{}"))),
                415,
                "unsupported-media-type");
        assertProblem(
                Api.send(api.request("/api/assessments")
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofString("{}"))),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET /api/[x HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/../x HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/factors HTTP/1.1\r\n\r\n",
                "GET /api/factors HTTP/9.1\r\nHost: x\r\n\r\n",
                "POST /api/assessments HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
                "FOO /api/factors HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            })
    void what_the_server_refuses_before_the_service_is_as_plain(String request) throws IOException {
        String answer = raw(request);
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("urn:waymark:problem:bad-request");
        assertThat(answer).doesNotContain("<", "Apache", "Tomcat", "Server:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dryRun=%zz", "dryRun=%ff", "a&b&c&d&e&f&g&h&i&j&k&l&m&n&o&p&q&r&s&t&u"})
    void what_stands_behind_the_address_and_cannot_be_read_is_refused(String query) throws IOException {
        String authorization =
                api.request("/").build().headers().firstValue("Authorization").orElseThrow();
        String answer = raw("POST /api/assessments?" + query + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json"
                + "\r\nContent-Length: 2\r\nConnection: close\r\nAuthorization: " + authorization + "\r\n\r\n{}");
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("urn:waymark:problem:bad-request", "behind `?`");
    }

    @Test
    void a_header_that_is_too_long_is_refused() throws IOException {
        String answer = raw("GET /api/factors HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(40_000) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4").contains("urn:waymark:problem:bad-request");
    }

    @Test
    void a_body_in_chunks_that_are_none_is_refused() throws IOException {
        String head = "POST /api/assessments HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: ";
        String authorization =
                api.request("/").build().headers().firstValue("Authorization").orElseThrow();
        String answer = raw(head + authorization + "\r\nTransfer-Encoding: chunked\r\n\r\nnot a length\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("urn:waymark:problem:bad-request");
    }

    @Test
    void a_failure_of_ours_shows_a_number_that_the_log_knows_and_nothing_else(CapturedOutput log) {
        String decisionId = json(api.submit(Contact.about("LCS-400").json()))
                .path("decisionId")
                .asString();
        database.getCollection("trail")
                .updateOne(
                        new Document("decision", decisionId), new Document("$set", new Document("kind", "of-no-kind")));
        HttpResponse<String> answer = api.get("/api/decisions/" + decisionId);
        assertProblem(answer, 500, "internal");
        String number = json(answer).path("instance").asString();
        assertThat(number).startsWith("urn:uuid:");
        assertThat(answer.body()).doesNotContain("Exception", "org.waymark", "LCS-400", "entry");
        assertThat(log.getAll().lines().filter(line -> line.contains(number)))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("IllegalArgumentException at org.waymark."));
        assertThat(log.getAll()).doesNotContain("\tat ", "LCS-400");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).path("type").asString()).isEqualTo("urn:waymark:problem:" + code);
        assertThat(json(answer).path("status").asInt()).isEqualTo(status);
        assertThat(json(answer).path("title").asString()).isNotBlank();
        assertThat(json(answer).path("detail").asString()).isNotBlank();
        assertThat(answer.body()).doesNotContain("<html", "org.", "Exception", "trace");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
