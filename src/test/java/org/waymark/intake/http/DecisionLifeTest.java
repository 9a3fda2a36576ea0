package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.intake.http.Api.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The life of one decision and of what follows from it, played from the first contact to the last. */
@RunningService
class DecisionLifeTest {

    private static final String REFERENCE = "LCS-650";
    private static final String THREATENED = "{\"factor\": \"threat-to-life\", \"answer\": \"yes\","
            + " \"on\": \"2026-03-10\"}, {\"factor\": \"going-missing\", \"answer\": \"yes\","
            + " \"dates\": [\"2026-02-16\", \"2026-02-25\", \"2026-03-06\"]}";

    @LocalServerPort
    int port;

    private HttpResponse<String> post(String user, String path, String document) {
        return Api.at(port, user).submit(path, BodyPublishers.ofString(document.replace('\'', '"')));
    }

    private JsonNode did(String user, String path, String document) {
        HttpResponse<String> answer = post(user, path, document);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private JsonNode screened(String number, int day, String observations) {
        return did(
                "screener",
                "/api/assessments",
                Contact.about(REFERENCE)
                        .with("/assessmentId", "\"" + REFERENCE + " " + number + "\"")
                        .with("/receivedAt", "\"2026-03-%02dT09:00:00Z\"".formatted(day))
                        .with("/assessedAt", "\"2026-03-%02dT10:00:00Z\"".formatted(day))
                        .observing(observations)
                        .json());
    }

    @Test
    void from_a_first_contact_to_a_correction_that_ends_a_yes() {
        JsonNode first = screened("first", 11, THREATENED);
        String decision = "/api/decisions/" + first.path("decisionId").asString();
        assertThat(first.at("/outcome/urgency").asString()).isEqualTo("immediate");

        JsonNode waiting = did(
                "screener",
                decision + "/override",
                "{'pathways': ['safeguarding', 'mace'],"
                        + " 'urgency': 'five-working-days', 'reasonCode': 'risk-managed-elsewhere',"
                        + " 'reason': 'He has been with his aunt in another county since Monday.'}");
        assertThat(waiting.path("status").asString()).isEqualTo("awaiting-countersignature");
        assertThat(waiting.at("/result/urgency").asString()).isEqualTo("immediate");
        assertThat(waiting.at("/result/respondBy")).isEqualTo(first.at("/outcome/respondBy"));

        String agreed = "{'agree': true, 'reason': 'Seen with the aunt, and police know where he is.'}";
        assertThat(post("screener", decision + "/countersignature", agreed).statusCode())
                .isEqualTo(403);
        JsonNode overridden = did("manager", decision + "/countersignature", agreed);
        assertThat(overridden.path("status").asString()).isEqualTo("overridden");
        assertThat(overridden.at("/result/urgency").asString()).isEqualTo("five-working-days");
        assertThat(overridden.at("/result/by").asString()).isEqualTo("screener");
        assertThat(overridden.at("/result/countersignedBy").asString()).isEqualTo("manager");
        assertThat(overridden.path("outcome")).isEqualTo(first.path("outcome"));

        JsonNode noted = did(
                "screener",
                decision + "/outcomes",
                "{'what': 'child-protection-conference', 'on': '2026-03-12', 'result': 'plan-made', 'by': 'social-care'}");
        assertThat(noted.at("/people/acts/2/counts").findValuesAsString("factor"))
                .containsExactly("child-protection-plan");

        JsonNode second = screened("second", 13, "{\"factor\": \"threat-to-life\", \"answer\": \"no\"}");
        assertThat(second.at("/outcome/reasons").findValuesAsString("factor"))
                .contains("child-protection-plan", "threat-to-life");

        did(
                "manager",
                decision + "/correction",
                "{'observations': [{'factor': 'threat-to-life', 'answer': 'no'}], 'reason': 'It named his cousin.'}");
        JsonNode third = screened("third", 14, "{\"factor\": \"suspension\", \"answer\": \"yes\"}");
        assertThat(third.at("/outcome/reasons").findValuesAsString("factor"))
                .contains("child-protection-plan", "going-missing")
                .doesNotContain("threat-to-life");

        JsonNode trail = Api.at(port, "auditor").trailOf(REFERENCE);
        assertThat(trail.findValuesAsString("kind"))
                .containsExactly(
                        "screened", "overridden", "countersigned", "outcome", "screened", "corrected", "screened");
        assertThat(trail.get(6).path("history")).hasSize(4);
        assertThat(trail.get(0).path("decision")).isEqualTo(first);
    }
}
