package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.intake.http.Api.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What cannot be screened is refused with every fault, and nothing of it is recorded. */
@RunningService
class BadInputTest {

    private static final String REFERENCE = "LCS-200";
    private static final Contact GOOD = Contact.about(REFERENCE);

    @LocalServerPort
    int port;

    private Api api;

    @BeforeEach
    void signIn() {
        api = Api.at(port, "screener");
    }

    @AfterEach
    void nothing_is_recorded() {
        assertThat(api.trailOf(REFERENCE)).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            /sirname                 | "Example"                                                                | /sirname
            /observations            | "none"                                                                   | /observations
            /youngPerson/ageYears    | "13"                                                                     | /youngPerson/ageYears
            /youngPerson/ageYears    | 15                                                                       | /youngPerson/ageYears
            /youngPerson/dateOfBirth | "2012-02-30"                                                             | /youngPerson/dateOfBirth
            /assessedAt              | "2099-01-01T00:00:00Z"                                                   | /assessedAt
            /assessedAt              | "2026-02-30T00:00:00Z"                                                   | /assessedAt
            /observations            | [{"factor": "goingmissing", "answer": "yes"}]                            | /observations/0/factor
            /observations            | [{"factor": "going-missing", "answer": "yes", "dates": ["2026-03-12"]}]  | /observations/0/dates/0
            /observations            | [{"factor": "going-missing", "answer": "maybe"}]                         | /observations/0/answer
            /observations            | [{"factor": "longest-missing-episode", "answer": "yes"}]                 | /observations/0/value
            """)
    void what_cannot_be_is_invalid_and_told_by_its_place(String pointer, String value, String told) {
        HttpResponse<String> answer = api.submit(GOOD.with(pointer, value).json());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("type").asString()).isEqualTo("urn:waymark:problem:invalid");
        assertThat(json(answer).path("errors").findValuesAsString("pointer")).contains(told);
    }

    @Test
    void every_fault_is_told_at_once_with_the_nearest_right_word() {
        String faulty = GOOD.with("/sirname", "1")
                .observing("{\"factor\": \"goingmissing\", \"answer\": \"yes\"}")
                .with("/youngPerson/ageYears", "\"x\"")
                .json();
        HttpResponse<String> answer = api.submit(faulty);
        assertThat(json(answer).path("errors").findValuesAsString("pointer"))
                .contains("/sirname", "/observations/0/factor", "/youngPerson/ageYears");
        assertThat(json(answer).path("errors").findValuesAsString("message"))
                .anyMatch(message -> message.contains("did you mean `going-missing`?"));
    }

    @Test
    void five_hundred_and_one_observations_are_one_too_many() {
        String one = "{\"factor\": \"robbery\", \"answer\": \"no\"}";
        Contact many = GOOD.observing(String.join(",", Collections.nCopies(501, one)));
        HttpResponse<String> answer = api.submit(many.json());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo("/observations");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void what_is_not_json_is_malformed_and_told_by_line_and_column(String what, byte[] body) {
        HttpResponse<String> answer = api.submit("/api/assessments", BodyPublishers.ofByteArray(body));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("type").asString()).isEqualTo("urn:waymark:problem:malformed");
        assertThat(json(answer).at("/errors/0/message").asString()).startsWith("line ");
    }

    static Stream<Arguments> what_is_not_json_is_malformed_and_told_by_line_and_column() {
        String good = GOOD.json();
        return Stream.of(
                Arguments.of("nothing", new byte[0]),
                Arguments.of("broken off", bytes(good.substring(0, good.length() / 2))),
                Arguments.of("two documents", bytes(good + good)),
                Arguments.of("a field twice", bytes(good.replaceFirst("\\{", "{\"sourceSystem\": \"x\","))),
                Arguments.of("not a number", bytes(good.replace(":13", ":NaN"))),
                Arguments.of("nested deeply", bytes("[".repeat(100_000) + "]".repeat(100_000))),
                Arguments.of(
                        "another encoding", "{\"assessmentId\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void two_mebibytes_are_too_large_whether_their_length_is_told_or_not() {
        byte[] large = bytes(GOOD.with("/context/childsView", "\"" + "x".repeat(2 * 1024 * 1024) + "\"")
                .json());
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
        for (BodyPublisher body : new BodyPublisher[] {BodyPublishers.ofByteArray(large), chunked}) {
            HttpResponse<String> answer = api.submit("/api/assessments", body);
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(json(answer).path("type").asString()).isEqualTo("urn:waymark:problem:too-large");
        }
    }

    @Test
    void a_body_without_end_is_refused_at_the_limit_and_not_waited_for() throws IOException {
        HttpRequest head = api.request("/").build();
        String authorization = head.headers().firstValue("Authorization").orElseThrow();
        byte[] chunk = bytes("10000\r\n" + "x".repeat(0x10000) + "\r\n");
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(bytes("POST /api/assessments HTTP/1.1\r\nHost: x\r\nAuthorization: " + authorization
                            + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"));
            for (int i = 0; i < 17; i++) {
                socket.getOutputStream().write(chunk);
            }
            byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
            assertThat(new String(status, StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void mutated_assessments_are_refused_or_screened_and_never_a_failure() {
        Random random = new Random(20260311);
        int[] statuses = IntStream.range(0, 400)
                .map(round -> api.submit("/api/assessments?dryRun=true", BodyPublishers.ofByteArray(mutated(random)))
                        .statusCode())
                .toArray();
        assertThat(statuses).containsOnly(200, 400, 422);
    }

    /** Another young person than that of the other tests, as some mutations can be screened. */
    private static byte[] mutated(Random random) {
        byte[] body = bytes(Contact.about("LCS-299").json());
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int place = random.nextInt(body.length);
            int from = random.nextInt(body.length);
            int length = Math.min(random.nextInt(12), body.length - Math.max(place, from));
            switch (random.nextInt(3)) {
                case 0 -> body[place] = (byte) random.nextInt(256);
                case 1 -> System.arraycopy(body, from, body, place, length);
                default -> body[place] = (byte) "0123456789\"{}[],:-".charAt(random.nextInt(18));
            }
        }
        return body;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
