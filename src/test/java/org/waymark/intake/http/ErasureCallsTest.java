package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.intake.http.Api.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Erasing, holding and reading over HTTP, with every refusal. */
@RunningService
class ErasureCallsTest {

    private static final String REASON = "Filed under the wrong number, as the referrer told us.";
    private static final String ORDER = "{\"reasonCode\": \"misfiled\", \"reason\": \"" + REASON + "\"}";

    @LocalServerPort
    int port;

    private Api screener;
    private Api manager;
    private Api auditor;

    @BeforeEach
    void signIn() {
        screener = Api.at(port, "screener");
        manager = Api.at(port, "manager");
        auditor = Api.at(port, "auditor");
    }

    private static String young(String reference) {
        return "/api/areas/sefton/young-people/" + reference;
    }

    private static String whole(String reference) {
        return ORDER.replace("}", ", \"confirm\": \"" + reference + "\"}");
    }

    private String decided(String reference) {
        return json(screener.submit(Contact.about(reference).json()))
                .path("decisionId")
                .asString();
    }

    private HttpResponse<String> send(Api as, String path, String body) {
        return as.submit(path, BodyPublishers.ofString(body));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String kind) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).path("type").asString()).isEqualTo("urn:waymark:problem:" + kind);
    }

    @Test
    void an_erased_contact_is_gone_for_every_caller_and_proven_still() {
        String id = decided("LCS-ER-1");
        String proof = json(auditor.get("/api/decisions/" + id + "/proof"))
                .path("leaf")
                .asString();

        HttpResponse<String> erased = send(manager, "/api/decisions/" + id + "/erasure", ORDER);

        assertThat(erased.statusCode()).as(erased.body()).isEqualTo(200);
        assertThat(json(erased).path("decisionId").asString()).isEqualTo(id);
        assertProblem(screener.get("/api/decisions/" + id), 410, "erased");
        assertProblem(screener.get("/api/decisions/" + id + "?explain=true"), 410, "erased");
        assertProblem(screener.submit(Contact.about("LCS-ER-1").json()), 410, "erased");
        assertProblem(send(manager, "/api/decisions/" + id + "/erasure", ORDER), 410, "erased");
        assertProblem(
                send(
                        screener,
                        "/api/decisions/" + id + "/confirmation",
                        "{\"rationale\": \"I have read it and agree with it.\", \"evidenceSeen\": []}"),
                410,
                "erased");
        JsonNode trail = auditor.trailOf("LCS-ER-1");
        assertThat(trail.findValuesAsString("kind")).containsExactly("screened", "erased");
        assertThat(trail.get(0).path("erased").asBoolean()).isTrue();
        assertThat(trail.toString()).doesNotContain("LCS-ER-1", "going-missing").contains(REASON);
        assertThat(json(auditor.get("/api/decisions/" + id + "/proof"))
                        .path("leaf")
                        .asString())
                .isEqualTo(proof);
    }

    @Test
    void a_whole_young_person_goes_and_may_come_again() {
        decided("LCS-ER-2");
        assertProblem(send(manager, young("LCS-ER-2") + "/erasure", whole("LCS-ER-3")), 422, "faulty");
        assertProblem(send(manager, young("LCS-ER-2") + "/erasure", ORDER), 422, "faulty");

        assertThat(send(manager, young("LCS-ER-2") + "/erasure", whole("LCS-ER-2"))
                        .statusCode())
                .isEqualTo(200);

        assertProblem(send(manager, young("LCS-ER-2") + "/erasure", whole("LCS-ER-2")), 410, "erased");
        assertProblem(send(manager, young("LCS-ER-NOBODY") + "/erasure", whole("LCS-ER-NOBODY")), 404, "not-found");
        assertThat(screener.submit(Contact.about("LCS-ER-2")
                                .with("/assessmentId", "\"AGAIN\"")
                                .json())
                        .statusCode())
                .isEqualTo(201);
        assertThat(manager.trailOf("LCS-ER-2").get(2).path("history")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no json | 400 | bad-request",
                "{} | 422 | faulty",
                "{\"reasonCode\": \"misfiled\", \"reason\": \"too short\"} | 422 | faulty",
                "{\"reasonCode\": \"misfiled\", \"reason\": \"Of lcs-er-4: filed under the wrong number.\"} | 422 | faulty",
                "{\"reasonCode\": \"M\", \"reason\": \"Filed under the wrong number by mistake.\"} | 422 | faulty"
            })
    void what_is_wrong_with_an_order_is_told_and_nothing_is_erased(String body, int status, String kind) {
        String id = decided("LCS-ER-4");
        assertProblem(send(manager, "/api/decisions/" + id + "/erasure", body), status, kind);
        assertThat(screener.get("/api/decisions/" + id).statusCode()).isEqualTo(200);
        assertProblem(send(manager, "/api/decisions/none/erasure", ORDER), 404, "not-found");
    }

    @Test
    void a_hold_forbids_both_and_says_whose_it_is() {
        String id = decided("LCS-ER-5");
        String hold = young("LCS-ER-5") + "/legal-hold";
        String why = "{\"reason\": \"Before the family court.\"}";
        assertProblem(send(manager, hold + "/release", why), 409, "not-now");
        assertProblem(send(manager, hold, "{}"), 422, "faulty");
        assertThat(send(manager, hold, why).statusCode()).isEqualTo(201);
        assertProblem(send(manager, hold, why), 409, "not-now");
        assertProblem(send(manager, young("LCS-ER-NOBODY") + "/legal-hold", why), 404, "not-found");

        HttpResponse<String> contact = send(manager, "/api/decisions/" + id + "/erasure", ORDER);
        assertProblem(contact, 409, "under-hold");
        assertThat(json(contact).path("detail").asString()).contains("`manager`", "2026");
        assertProblem(send(manager, young("LCS-ER-5") + "/erasure", whole("LCS-ER-5")), 409, "under-hold");
        assertThat(screener.get("/api/decisions/" + id).statusCode()).isEqualTo(200);

        assertThat(send(manager, hold + "/release", why).statusCode()).isEqualTo(201);
        assertThat(send(manager, young("LCS-ER-5") + "/erasure", whole("LCS-ER-5"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(manager.trailOf("LCS-ER-5").toString()).doesNotContain("family court");
    }

    @Test
    void readings_are_shown_to_those_who_ask_later() {
        decided("LCS-ER-6");
        assertThat(json(auditor.get(young("LCS-ER-6") + "/trail?reason=Inspection%20of%20June"))
                        .path("entries"))
                .hasSize(1);
        Api.send(manager.request(young("LCS-ER-6") + "/trail").header("Waymark-Reason", "Supervision"));
        JsonNode readers = json(auditor.get(young("LCS-ER-6") + "/readers")).path("readers");
        assertThat(readers.findValuesAsString("actor")).containsExactly("auditor", "manager");
        assertThat(readers.findValuesAsString("reason")).containsExactly("Inspection of June", "Supervision");
        assertProblem(auditor.get(young("LCS-ER-6") + "/trail?why=x"), 422, "faulty");
        assertProblem(auditor.get(young("LCS-ER-6") + "/trail?reason=a%07b"), 422, "faulty");
        assertProblem(auditor.get(young("LCS-ER-6") + "/trail?reason=" + "a".repeat(501)), 422, "faulty");
        assertProblem(
                Api.send(auditor.request(young("LCS-ER-6") + "/trail?reason=a").header("Waymark-Reason", "b")),
                422,
                "faulty");
        assertThat(json(auditor.get(young("LCS-ER-6") + "/readers")).path("readers"))
                .hasSize(2);
    }

    @Test
    void subject_access_comes_in_the_form_that_is_asked_for() {
        decided("LCS-ER-7");
        String path = young("LCS-ER-7") + "/subject-access";
        assertThat(json(manager.get(path)).path("mayNameOthers")).isNotEmpty();
        HttpResponse<String> markdown = Api.send(manager.request(path).header("Accept", "text/markdown"));
        assertThat(markdown.headers().firstValue("Content-Type")).hasValue("text/markdown;charset=UTF-8");
        assertThat(markdown.body())
                .startsWith("# What is written down about you")
                .doesNotContain("seen at home visit");
        HttpResponse<String> html = Api.send(manager.request(path).header("Accept", "text/html"));
        assertThat(html.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(html.body()).startsWith("<!DOCTYPE html>");
        assertThat(Api.send(manager.request(path).header("Accept", "image/png")).statusCode())
                .isEqualTo(406);
        assertProblem(manager.get(young("LCS-ER-NOBODY") + "/subject-access"), 404, "not-found");
        assertThat(manager.trailOf("LCS-ER-NOBODY")).isEmpty();
    }

    @Test
    void who_is_due_is_counted_in_the_background() throws InterruptedException {
        JsonNode shown = json(auditor.get("/api/areas/sefton/retention"));
        for (int i = 0; i < 100 && shown.path("countedAt").isNull(); i++) {
            Thread.sleep(50);
            shown = json(auditor.get("/api/areas/sefton/retention"));
        }
        assertThat(shown.path("lastCountFailed").asBoolean()).isFalse();
        assertThat(shown.path("countedAt").isString()).isTrue();
        assertThat(shown.path("schedule")).hasSize(6);
    }
}
