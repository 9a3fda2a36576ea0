package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.intake.http.Api.json;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.waymark.Waymark;
import org.waymark.ruleset.SmallRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is sent is data: it sets nothing but what it may set, asks the database nothing, and leads nowhere. */
@SpringBootTest(classes = Waymark.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = SmallService.class)
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class HostileInputTest {

    private static final String OBSERVED = "{\"factor\": \"going-missing\", \"answer\": \"no\"}";

    @LocalServerPort
    int port;

    private Api screener;

    @BeforeEach
    void signIn() {
        screener = Api.at(port, "screener");
    }

    private static Contact contact(String reference) {
        return Contact.about(reference).observing(OBSERVED);
    }

    // what the service sets itself

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decisionId",
                "status",
                "recordedAt",
                "ruleSet",
                "outcome",
                "actor",
                "user",
                "roles",
                "author",
                "state",
                "sequence",
                "_id",
                "submission",
                "class",
                "class.module.classLoader",
                "__proto__",
                "youngPerson.area"
            })
    void a_field_that_the_service_sets_itself_is_refused_wherever_it_is_sent(String field) {
        String value = "\"confirmed\"";
        assertUnknown(
                field,
                screener.submit(
                        contact("MA-1").with("/" + escaped(field), value).json()));
        assertUnknown(
                field,
                screener.submit(contact("MA-1")
                        .with("/youngPerson/" + escaped(field), value)
                        .json()));
        String draft = "{\"note\": \"x\", \"files\": {}, \"" + field + "\": " + value + "}";
        HttpResponse<String> drafted = Api.at(port, "policy").submit("/api/rule-sets", BodyPublishers.ofString(draft));
        assertThat(drafted.statusCode()).as(drafted.body()).isIn(400, 422);
        assertThat(screener.trailOf("MA-1")).isEmpty();
    }

    private static String escaped(String field) {
        return field.replace("~", "~0").replace("/", "~1");
    }

    private static void assertUnknown(String field, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(json(answer).path("errors").findValuesAsString("pointer"))
                .anyMatch(pointer -> pointer.endsWith("/" + field));
    }

    @Test
    void nobody_decides_as_somebody_else_by_saying_so() {
        String path = "/api/assessments?user=manager&actor=manager&status=confirmed&decisionId=mine";
        HttpResponse<String> answer =
                screener.submit(path, BodyPublishers.ofString(contact("MA-2").json()));
        assertThat(answer.statusCode()).isIn(201, 400);
        screener.submit(contact("MA-2").json());
        JsonNode entry = screener.trailOf("MA-2").path(0);
        assertThat(entry.path("actor").asString()).isEqualTo("screener");
        assertThat(entry.toString()).doesNotContain("\"mine\"");
    }

    // the database

    static Stream<String> questions() {
        return Stream.of(
                "{\"$gt\": \"\"}",
                "{\"$ne\": null}",
                "{\"$regex\": \".*\"}",
                "{\"$where\": \"sleep(10000)\"}",
                "[\"$or\", {}]",
                "{\"a.b\": 1}");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void a_question_to_the_database_is_no_value(String question) {
        for (String place : List.of("/assessmentId", "/sourceSystem", "/youngPerson/reference", "/youngPerson/area")) {
            HttpResponse<String> answer =
                    screener.submit(contact("MQ-1").with(place, question).json());
            assertThat(answer.statusCode()).as(place + answer.body()).isEqualTo(422);
        }
        screener.submit(contact("MQ-2").json());
        String encoded = URLEncoder.encode(question, StandardCharsets.UTF_8).replace("+", "%20");
        assertThat(screener.trailOf(encoded)).isEmpty();
        assertThat(screener.get("/api/decisions/" + encoded).statusCode()).isEqualTo(404);
        assertThat(screener.get("/api/areas/" + encoded + "/young-people/MQ-2/trail")
                        .body())
                .doesNotContain("MQ-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$where", "$gt", "a.b.c", "a.$.b", "$$ROOT", "_id", "__proto__", "a\"b"})
    void a_name_of_dots_and_dollars_is_a_name_like_any_other(String name) {
        ObjectNode document = (ObjectNode) contact("x").document();
        document.put("assessmentId", name).put("sourceSystem", "test");
        ((ObjectNode) document.path("youngPerson")).put("reference", name);
        ((ObjectNode) document.path("context")).put("childsView", name);
        HttpResponse<String> answer = screener.submit(document.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(screener.submit(document.toString()).statusCode()).isEqualTo(200);
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
        JsonNode trail = screener.trailOf(encoded);
        assertThat(trail).hasSize(1);
        assertThat(trail.at("/0/assessment/youngPerson/reference").asString()).isEqualTo(name);
    }

    // spreadsheets

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "@SUM(1+1)", "+1+cmd", "-1+cmd", "=HYPERLINK(\"\"http://x\"\")"})
    void a_table_that_somebody_takes_out_holds_no_formula_as_none_comes_in(String formula) {
        assertNoFormula(SmallRules.of(SmallRules.GOOD)
                .with("bank-holidays.csv", "date,name\n2026-04-03,\"" + formula + "\"\n"));
        assertNoFormula(
                SmallRules.of(SmallRules.GOOD).with("areas.csv", "area,name,attribute\nsefton,\"" + formula + "\",\n"));
    }

    private String inForce() {
        return json(screener.get("/api/rule-sets/active")).path("hash").asString();
    }

    private void assertNoFormula(SmallRules rules) {
        ObjectNode files = JsonMapper.shared().createObjectNode();
        rules.files().all().forEach((name, content) -> files.put(name, new String(content, StandardCharsets.UTF_8)));
        ObjectNode draft = JsonMapper.shared()
                .createObjectNode()
                .put("note", "As agreed in March.")
                .put("parent", inForce());
        draft.set("files", files);
        HttpResponse<String> answer =
                Api.at(port, "policy").submit("/api/rule-sets", BodyPublishers.ofString(draft.toString()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("formula to a spreadsheet");
    }

    /** The day that one does, this test asks for one that shows what a cell of it may begin with. */
    @Test
    void no_call_answers_with_a_spreadsheet() {
        String described = Api.at(port, "auditor").get("/api/openapi.json").body();
        assertThat(described).contains("application/zip").doesNotContain("text/csv", "spreadsheetml", "ms-excel");
    }

    // the log

    @Test
    void nothing_that_is_sent_writes_a_line_of_the_log(CapturedOutput log) throws IOException {
        String line = "INJECTED ERROR Waymark";
        List<String> hostile =
                List.of("\r\n" + line, "\n" + line, "\u001b[2K" + line, "\u0085" + line, "\u2028" + line);
        for (String text : hostile) {
            String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
            String quoted = JsonMapper.shared().writeValueAsString(text);
            for (String place : List.of("/assessmentId", "/youngPerson/reference", "/context/childsView", "/odd")) {
                screener.submit(contact("LI-1").with(place, quoted).json());
            }
            for (String path : List.of(
                    "/api/" + encoded,
                    "/api/decisions/" + encoded,
                    "/actuator/" + encoded,
                    "/api/areas/sefton/young-people/" + encoded + "/trail",
                    "/api/factors?area=" + encoded)) {
                screener.get(path);
                Api.send(screener.request(path).header("Waymark-Reason", line).DELETE());
            }
            raw("GET /api/factors HTTP/1.1\r\nHost: x\r\nWaymark-Reason: a" + text + "\r\nConnection: close\r\n\r\n");
            raw("GET /api/factors HTTP/1.1\r\nHost: x" + text + "\r\nConnection: close\r\n\r\n");
            String user = Base64.getEncoder().encodeToString((text + ":x").getBytes(StandardCharsets.UTF_8));
            raw("GET /api/factors HTTP/1.1\r\nHost: x\r\nAuthorization: Basic " + user
                    + "\r\nConnection: close\r\n\r\n");
            Api.at(port, "policy")
                    .submit(
                            "/api/rule-sets",
                            BodyPublishers.ofString(
                                    "{\"note\": " + quoted + ", \"files\": {" + quoted + ": " + quoted + "}}"));
        }
        assertThat(log.getAll()).doesNotContain("INJECTED");
    }

    private Optional<RawCalls.Answer> raw(String request) throws IOException {
        try (RawCalls calls = new RawCalls(port)) {
            return calls.send(request.getBytes(StandardCharsets.UTF_8), false, true);
        }
    }

    // other places

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example/", "/%2f%2felsewhere.example", "/\\elsewhere.example",
                        "https://elsewhere.example/api/factors",
                "/api/factors/", "/api/openapi.json?redirect=https://elsewhere.example", "/actuator/health/",
                        "/api//factors",
                "/login?continue=//elsewhere.example", "/logout?url=//elsewhere.example"
            })
    void no_answer_leads_elsewhere(String target) throws IOException {
        String authorization = screener.request("/")
                .build()
                .headers()
                .firstValue("Authorization")
                .orElseThrow();
        for (String method : List.of("GET", "POST")) {
            Optional<RawCalls.Answer> answer = raw(method + " " + target + " HTTP/1.1\r\nHost: elsewhere.example\r\n"
                    + "X-Forwarded-Host: elsewhere.example\r\nX-Forwarded-Proto: https\r\nContent-Length: 0\r\n"
                    + "Authorization: " + authorization + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).hasValueSatisfying(one -> {
                assertThat(one.status() / 100).isNotEqualTo(3);
                assertThat(one.head().toLowerCase(Locale.ROOT)).doesNotContain("location:", "elsewhere");
            });
        }
    }

    @Test
    void what_is_made_is_told_by_a_path_whatever_the_caller_says_that_this_host_is() throws IOException {
        String authorization = Api.at(port, "policy")
                .request("/")
                .build()
                .headers()
                .firstValue("Authorization")
                .orElseThrow();
        ObjectNode draft = JsonMapper.shared()
                .createObjectNode()
                .put("note", "As agreed in March.")
                .put("parent", inForce());
        ObjectNode files = draft.putObject("files");
        SmallRules.of(SmallRules.GOOD)
                .with("manifest.yaml", SmallRules.manifest("elsewhere.1"))
                .files()
                .all()
                .forEach((name, content) -> files.put(name, new String(content, StandardCharsets.UTF_8)));
        byte[] body = draft.toString().getBytes(StandardCharsets.UTF_8);
        Optional<RawCalls.Answer> answer = raw("POST /api/rule-sets HTTP/1.1\r\nHost: elsewhere.example\r\n"
                + "X-Forwarded-Host: elsewhere.example\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length + "\r\nAuthorization: " + authorization + "\r\nConnection: close\r\n\r\n" + draft);
        assertThat(answer).hasValueSatisfying(one -> {
            assertThat(one.status()).as(one.body()).isEqualTo(201);
            assertThat(one.head())
                    .contains("\nlocation: /api/rule-sets/sha256:")
                    .doesNotContain("elsewhere");
        });
    }

    // every answer

    @Test
    void every_answer_says_what_a_browser_may_do_with_it_whoever_answers() throws IOException {
        String right = "GET /api/factors HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                + screener.request("/")
                        .build()
                        .headers()
                        .firstValue("Authorization")
                        .orElseThrow() + "\r\n";
        for (String request : List.of(
                right,
                right.replace("/api/factors", "/nonsense"),
                right.replace("/api/factors", "/api/%2e%2e/x"),
                right.replace("/api/factors", "/api/rule-sets"),
                "GET /actuator/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n",
                "GET /api/factors HTTP/1.1\r\nHost: x\r\nConnection: close\r\n",
                "GET /api/[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n",
                "NONSENSE\r\n")) {
            Optional<RawCalls.Answer> answer = raw(request + "\r\n");
            assertThat(answer)
                    .hasValueSatisfying(one -> assertThat(one.head())
                            .as(request)
                            .contains("content-security-policy: default-src 'none'; frame-ancestors 'none'\n")
                            .contains("x-content-type-options: nosniff\n")
                            .contains("x-frame-options: deny\n")
                            .contains("referrer-policy: no-referrer\n")
                            .contains("cache-control: no-store\n")
                            .contains("permissions-policy: camera=()")
                            .contains("cross-origin-resource-policy: same-origin\n")
                            .contains("cross-origin-opener-policy: same-origin\n")
                            .contains("cross-origin-embedder-policy: require-corp\n")
                            .doesNotContain("server:", "x-powered-by", "set-cookie"));
        }
    }
}
