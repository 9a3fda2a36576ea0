package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.intake.http.Api.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RunningService
class SubmittingTest {

    @LocalServerPort
    int port;

    private Api api;

    @BeforeEach
    void signIn() {
        api = Api.at(port, "screener");
    }

    @Test
    void a_new_assessment_is_answered_with_the_decision_that_was_recorded() {
        HttpResponse<String> answer = api.submit(Contact.about("LCS-100").json());
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode decision = json(answer);
        assertThat(decision.at("/outcome/primary").asString()).isEqualTo("safeguarding");
        assertThat(decision.at("/outcome/reasons")).isNotEmpty();
        assertThat(decision.at("/recordedAt").isString()).isTrue();
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location)
                .isEqualTo("/api/decisions/" + decision.at("/decisionId").asString());
        assertThat(api.get(location).body()).isEqualTo(answer.body());
    }

    @Test
    void a_repeat_is_answered_with_the_first_decision_to_the_letter_and_recorded_once() {
        String contact = Contact.about("LCS-101").json();
        HttpResponse<String> first = api.submit(contact);
        HttpResponse<String> repeat =
                api.as("manager").submit(Contact.about("LCS-101").document().toPrettyString());
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(repeat.statusCode()).isEqualTo(200);
        assertThat(repeat.body()).isEqualTo(first.body());
        assertThat(repeat.headers().firstValue("Location")).isEmpty();
        assertThat(api.trailOf("LCS-101")).hasSize(1);
    }

    @Test
    void the_same_number_with_other_content_is_a_conflict_and_changes_nothing() {
        Contact contact = Contact.about("LCS-102");
        HttpResponse<String> first = api.submit(contact.json());
        HttpResponse<String> other = api.submit(
                contact.with("/context/safeContact", "\"ring any time\"").json());
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(json(other).path("type").asString()).isEqualTo("urn:waymark:problem:conflict");
        assertThat(json(other).path("detail").asString()).contains("amends");
        assertThat(api.trailOf("LCS-102")).hasSize(1);
        assertThat(api.submit(contact.json()).body()).isEqualTo(first.body());
    }

    @Test
    void a_dry_run_decides_nothing_and_the_decision_made_later_shows_it() {
        String contact = Contact.about("LCS-103").json();
        HttpResponse<String> tried = api.dryRun(contact);
        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(json(tried).path("decisionId").isNull()).isTrue();
        assertThat(json(tried).path("recordedAt").isNull()).isTrue();
        assertThat(json(tried).at("/outcome/primary").asString()).isEqualTo("safeguarding");
        HttpResponse<String> decided = api.submit(contact);
        assertThat(decided.statusCode()).isEqualTo(201);
        assertThat(json(decided).path("dryRuns").asInt()).isEqualTo(1);
        assertThat(api.trailOf("LCS-103").findValuesAsString("kind")).containsExactly("tried", "screened");
        assertThat(api.trailOf("LCS-103").findValuesAsString("actor")).containsOnly("screener");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dryrun=true",
                "dryRun",
                "dryRun=",
                "dryRun=False",
                "dryRun=TRUE",
                "dryRun=1",
                "dryRun=true&dryRun=false",
                "dryRun=true&now=1",
                "explain=1",
                "explain=true&explain=true",
                "dryRun=true&explain="
            })
    void a_slip_in_the_word_that_keeps_a_try_from_being_a_decision_records_nothing(String query) {
        HttpResponse<String> answer = api.submit(
                "/api/assessments?" + query,
                BodyPublishers.ofString(Contact.about("LCS-104").json()));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("detail").asString()).contains("?dryRun=true");
        assertThat(api.trailOf("LCS-104")).isEmpty();
    }

    @Test
    void a_later_contact_about_the_same_young_person_counts_what_the_first_one_said() {
        api.submit(Contact.about("LCS-105")
                .with("/assessmentId", "\"first\"")
                .observing(
                        "{\"factor\": \"going-missing\", \"answer\": \"yes\", \"dates\": [\"2026-02-16\", \"2026-02-25\"]}")
                .json());
        Contact later = Contact.about("LCS-105")
                .with("/receivedAt", "\"2026-03-12T09:00:00Z\"")
                .with("/assessedAt", "\"2026-03-12T10:00:00Z\"")
                .observing("{\"factor\": \"going-missing\", \"answer\": \"yes\", \"dates\": [\"2026-03-06\"]}");
        JsonNode decision = json(api.submit(later.json()));
        JsonNode reasons = decision.at("/outcome/reasons");
        assertThat(reasons.findValuesAsString("rule")).contains("SG-12");
        assertThat(reasons.findValuesAsString("assessmentId")).contains("first");
        assertThat(api.trailOf("LCS-105").get(1).path("history")).hasSize(1);
        assertThat(json(api.submit(later.with("/youngPerson/reference", "\"LCS-106\"")
                                .with("/assessmentId", "\"alone\"")
                                .json()))
                        .at("/outcome/reasons")
                        .findValuesAsString("rule"))
                .doesNotContain("SG-12");
    }

    @Test
    void an_explanation_stands_behind_the_decision_and_is_no_part_of_what_is_recorded() {
        String contact = Contact.about("LCS-109").json();
        String tried = explained("/api/assessments?dryRun=true&explain=true", contact, 200);
        String first = explained("/api/assessments?explain=true", contact, 201);
        String repeat = explained("/api/assessments?explain=true&dryRun=false", contact, 200);
        HttpResponse<String> recorded = api.submit(contact);
        String address = "/api/decisions/" + json(recorded).path("decisionId").asString();

        assertThat(repeat).isEqualTo(first);
        assertThat(api.get(address + "?explain=true").body()).isEqualTo(first);
        assertThat(first)
                .startsWith(recorded.body().substring(0, recorded.body().length() - 1) + ",\"explanation\":");
        assertThat(api.get(address).body()).isEqualTo(recorded.body());
        assertThat(api.get(address + "?explain=false").body()).isEqualTo(recorded.body());
        assertThat(api.trailOf("LCS-109").toString()).doesNotContain("withoutAny");
        JsonNode rests = JsonMapper.shared().readTree(tried).path("explanation");
        assertThat(rests).isEqualTo(JsonMapper.shared().readTree(first).path("explanation"));
        assertThat(rests.at("/pathways/0/pathway").asString()).isEqualTo("safeguarding");
    }

    private String explained(String path, String contact, int status) {
        HttpResponse<String> answer = api.submit(path, BodyPublishers.ofString(contact));
        assertThat(answer.statusCode()).isEqualTo(status);
        return answer.body();
    }

    @Test
    void a_slip_in_explain_is_told() {
        for (String query : new String[] {"explain=yes", "explain", "expain=true", "explain=true&explain=false"}) {
            HttpResponse<String> answer = api.get("/api/decisions/none?" + query);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).path("detail").asString()).contains("`?explain=true`");
        }
        assertThat(api.get("/api/decisions/none?explain=true").statusCode()).isEqualTo(404);
    }

    @Test
    void a_reference_of_any_visible_characters_has_a_trail() {
        String reference = "2026/7;b%c\\\\d é";
        assertThat(api.submit(Contact.about("LCS-107")
                                .with("/youngPerson/reference", "\"" + reference + "\"")
                                .json())
                        .statusCode())
                .isEqualTo(201);
        assertThat(api.trailOf("2026%2F7%3Bb%25c%5Cd%20%C3%A9")).hasSize(1);
    }

    @Test
    void utf_8_may_be_said_and_no_other_encoding() {
        String contact = Contact.about("LCS-108").json();
        assertThat(sent(contact, "application/json;charset=UTF-8").statusCode()).isEqualTo(201);
        assertThat(sent(contact, "application/json; charset=iso-8859-1").statusCode())
                .isEqualTo(415);
    }

    private HttpResponse<String> sent(String body, String contentType) {
        return Api.send(api.request("/api/assessments")
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body)));
    }
}
