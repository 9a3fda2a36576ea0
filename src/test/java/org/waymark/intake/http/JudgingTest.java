package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.intake.http.Api.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The calls by which people decide, and every way in which they are refused. */
@RunningService
class JudgingTest {

    private static final String RATIONALE = "I have rung the school and read the police report.";
    private static final String CONFIRMED = "{'rationale': '" + RATIONALE + "', 'evidenceSeen': ['SG-12']}";
    private static final String LOWER = "{'pathways': ['safeguarding'], 'urgency': 'planned',"
            + " 'reasonCode': 'risk-managed-elsewhere', 'reason': '" + RATIONALE + "'}";
    private static final String SIGNED = "{'agree': true, 'reason': 'Read it all.'}";
    private static final String HELD =
            "{'what': 'strategy-discussion', 'on': '2026-03-12', 'result': 'held', 'by': 'social-care'}";
    private static final String PUT_RIGHT =
            "{'observations': [{'factor': 'gang-association', 'answer': 'no'}], 'reason': 'Another boy.'}";
    private static final String FOUND = "{'finding': 'Well reasoned; the delay was the hub\\'s.'}".replace("\\'", "’");

    @LocalServerPort
    int port;

    private Api api;

    @BeforeEach
    void signIn() {
        api = Api.at(port, "screener");
    }

    private String decided(String reference) {
        return json(api.submit(Contact.about(reference).json()))
                .path("decisionId")
                .asString();
    }

    private HttpResponse<String> post(String user, String decision, String call, String document) {
        return api.as(user)
                .submit(
                        "/api/decisions/" + decision + "/" + call,
                        BodyPublishers.ofString(document.replace('\'', '"')));
    }

    private static List<String> pointers(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return json(answer).path("errors").findValuesAsString("pointer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "confirmation | screener | confirmed | " + CONFIRMED,
                "override | manager | awaiting-countersignature | " + LOWER,
                "outcomes | screener | proposed | " + HELD,
                "correction | manager | proposed | " + PUT_RIGHT,
                "review | auditor | proposed | {'finding': 'Well reasoned.'}"
            })
    void each_call_is_answered_with_the_decision_as_it_then_stands(
            String call, String user, String status, String document) {
        String id = decided("LCS-600-" + call);
        HttpResponse<String> answer = post(user, id, call, document);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/decisions/" + id);
        assertThat(json(answer).path("status").asString()).isEqualTo(status);
        assertThat(json(answer).at("/people/acts/0/actor").asString()).isEqualTo(user);
        assertThat(api.get("/api/decisions/" + id).body()).isEqualTo(answer.body());
        JsonNode entry = api.trailOf("LCS-600-" + call).get(1);
        assertThat(entry.path("decisionId").asString()).isEqualTo(id);
        assertThat(entry.path("actor").asString()).isEqualTo(user);
    }

    @ParameterizedTest
    @CsvSource({
        "confirmation, screener",
        "override, screener",
        "countersignature, manager",
        "outcomes, screener",
        "correction, manager",
        "review, auditor"
    })
    void each_call_refuses_what_is_no_json_no_object_has_strange_fields_or_is_about_nothing(String call, String user) {
        String id = decided("LCS-601-" + call);
        assertThat(post(user, id, call, "{'agree': tru").statusCode()).isEqualTo(400);
        assertThat(json(post(user, id, call, "{'agree': tru"))
                        .at("/errors/0/message")
                        .asString())
                .contains("line 1");
        assertThat(pointers(post(user, id, call, "[]"))).containsExactly("");
        assertThat(pointers(post(user, id, call, "{'reasno': 'x'}"))).contains("/reasno");
        assertThat(post(user, "none", call, "{}").statusCode()).isEqualTo(404);
        assertThat(Api.send(api.as(user)
                                .request("/api/decisions/" + id + "/" + call)
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(415);
        assertThat(api.trailOf("LCS-601-" + call)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "confirmation, auditor",
        "override, auditor",
        "countersignature, screener",
        "outcomes, auditor",
        "correction, screener",
        "review, screener"
    })
    void whose_role_does_not_allow_it_is_told_so(String call, String user) {
        HttpResponse<String> answer = post(user, decided("LCS-602-" + call), call, "{}");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).path("type").asString()).isEqualTo("urn:waymark:problem:forbidden");
    }

    @Test
    void every_fault_of_a_confirmation_is_told_at_once() {
        String id = decided("LCS-603");
        HttpResponse<String> answer = post(
                "screener",
                id,
                "confirmation",
                "{'rationale': '   too short, whatever is around   ', 'evidenceSeen': ['SG-12', 'SG-13', 'SG-12', 7],"
                        + " 'agree': true}");
        assertThat(pointers(answer))
                .containsExactlyInAnyOrder(
                        "/agree", "/rationale", "/evidenceSeen/1", "/evidenceSeen/2", "/evidenceSeen/3");
        assertThat(answer.body()).contains("`SG-13` is no rule of this decision's reasons", "has 29 characters");
        assertThat(pointers(post("screener", id, "confirmation", "{}"))).hasSize(2);
        assertThat(pointers(post(
                        "screener",
                        id,
                        "confirmation",
                        "{'rationale': '" + "x".repeat(2001) + "', 'evidenceSeen': []}")))
                .containsExactly("/rationale");
    }

    @Test
    void thirty_characters_are_counted_as_people_count_them() {
        String id = decided("LCS-604");
        String emoji = "\uD83D\uDE00".repeat(29);
        assertThat(post("screener", id, "confirmation", "{'rationale': '" + emoji + "', 'evidenceSeen': []}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("screener", id, "confirmation", "{'rationale': '" + emoji + "!', 'evidenceSeen': []}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void every_fault_of_an_override_is_told_at_once() {
        String id = decided("LCS-605");
        HttpResponse<String> answer = post(
                "screener",
                id,
                "override",
                "{'pathways': ['safegarding', {'pathway': 'mace', 'level': 'severe', 'by': 1}, 'mace'],"
                        + " 'urgency': 'tomorrow', 'reasonCode': 'My Reason', 'reason': 'no'}");
        assertThat(pointers(answer))
                .contains(
                        "/pathways/0",
                        "/pathways/1/level",
                        "/pathways/1/by",
                        "/pathways/2",
                        "/urgency",
                        "/reasonCode",
                        "/reason");
        assertThat(answer.body()).contains("did you mean `safeguarding`?");
        assertThat(pointers(post(
                        "screener",
                        id,
                        "override",
                        "{'pathways': ['mace'], 'urgency': null, 'reasonCode': 'a', 'reason': '" + RATIONALE + "'}")))
                .containsExactly("/urgency");
        assertThat(post(
                                "screener",
                                id,
                                "override",
                                "{'pathways': [{'pathway': 'mace', 'urgency': 'immediate'}], 'urgency': 'planned',"
                                        + " 'reasonCode': 'a', 'reason': '" + RATIONALE + "'}")
                        .body())
                .contains("`planned` is slower than `mace`");
        assertThat(pointers(post("screener", id, "override", LOWER.replace("safeguarding", "enforcement"))))
                .containsOnly("/pathways");
    }

    @Test
    void what_the_state_forbids_is_told_with_what_to_do() {
        String id = decided("LCS-606");
        assertThat(conflict(post("manager", id, "countersignature", SIGNED))).contains("`proposed`");
        post("screener", id, "confirmation", CONFIRMED);
        assertThat(conflict(post("screener", id, "confirmation", CONFIRMED))).contains("`confirmed`", "new assessment");
        assertThat(conflict(post("screener", id, "override", LOWER))).contains("`confirmed`");
        assertThat(conflict(post("manager", id, "countersignature", SIGNED))).contains("`confirmed`");
        post("screener", id, "outcomes", HELD);
        assertThat(conflict(post("manager", id, "outcomes", HELD))).contains("recorded already");
        post("manager", id, "correction", "{'withdrawn': true, 'reason': 'Another boy.'}");
        assertThat(conflict(post("screener", id, "outcomes", HELD))).contains("withdrawn");
        assertThat(conflict(post("manager", id, "correction", PUT_RIGHT))).contains("withdrawn");
        assertThat(post("auditor", id, "review", FOUND).statusCode()).isEqualTo(201);
        assertThat(api.trailOf("LCS-606").findValuesAsString("kind"))
                .containsExactly("screened", "confirmed", "outcome", "corrected", "reviewed");
    }

    private static String conflict(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(json(answer).path("type").asString()).isEqualTo("urn:waymark:problem:not-now");
        return json(answer).path("detail").asString();
    }

    @Test
    void nobody_countersigns_their_own_override() {
        String id = decided("LCS-607");
        post("manager", id, "override", LOWER);
        HttpResponse<String> answer = post("manager", id, "countersignature", SIGNED);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).path("type").asString()).isEqualTo("urn:waymark:problem:second-person");
        assertThat(api.trailOf("LCS-607")).hasSize(2);
        assertThat(pointers(post("manager", id, "countersignature", "{'agree': 'yes', 'reason': ' '}")))
                .containsExactly("/agree", "/reason");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'what': 'Strategy Discussion', 'on': '2026-03-12', 'result': 'held', 'by': 'police'}",
                "{'what': 'strategy-discussion', 'on': '2126-03-12', 'result': 'held', 'by': 'police'}",
                "{'what': 'strategy-discussion', 'on': '12/03/2026', 'result': 'held', 'by': 'police'}",
                "{'what': 'strategy-discussion', 'on': '2026-03-12', 'result': '  ', 'by': 'police'}",
                "{'what': 'strategy-discussion', 'on': '2026-03-12', 'result': 'held', 'by': ''}",
                "{'what': 'strategy-discussion', 'on': '2026-03-12', 'result': 'held'}"
            })
    void an_outcome_says_what_when_how_and_by_whom(String document) {
        assertThat(pointers(post("screener", decided("LCS-608"), "outcomes", document)))
                .hasSize(1);
    }

    @Test
    void an_explanation_stands_behind_what_people_did() {
        String id = decided("LCS-609");
        post("screener", id, "confirmation", CONFIRMED);
        assertThat(json(api.get("/api/decisions/" + id + "?explain=true")).propertyNames())
                .endsWith("outcome", "result", "people", "explanation");
        HttpResponse<String> repeat = api.submit(
                "/api/assessments?explain=true",
                BodyPublishers.ofString(Contact.about("LCS-609").json()));
        assertThat(json(repeat).path("status").asString()).isEqualTo("proposed");
        assertThat(json(repeat).has("people")).isFalse();
    }
}
