package org.waymark.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.access.oidc.TokensAtHand;
import org.waymark.access.oidc.WithAProvider;
import org.waymark.intake.http.Api;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody looks at a young person of another area, in the browser: they say why, it shows, and they can do no more. */
@WithAProvider
class GlassPagesTest {

    private static final String WHY = "She is at our front desk and says she cannot go home.";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    private final TokensAtHand tokens = new TokensAtHand();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_manager_says_why_and_reads_and_can_do_no_more(boolean script) {
        String reference = "GLASS-" + script;
        String decision = recorded("knowsley", reference);
        try (Visit visit = visit("manager.sefton", script)) {
            visit.open("/young-people");
            visit.page().getByText("A young person of another area").click();
            visit.look("glass-find-" + script);
            visit.page().locator("#elsewhere-area").fill("knowsley");
            visit.page().locator("#elsewhere-reference").fill(reference);
            visit.press("Go on").look("glass-asked-" + script);
            assertThat(visit.heading()).isEqualTo("Page not found");
            assertThat(visit.text()).doesNotContain("Safeguarding");

            visit.page().getByLabel("Why you have to know it now").fill("Let me see.");
            visit.press("Record why, and look").look("glass-too-short-" + script);
            assertThat(visit.text()).contains("Say why in 30 to 500 characters");
            assertThat(visit.page().locator("#glass").inputValue()).isEqualTo("Let me see.");

            visit.page().getByLabel("Why you have to know it now").fill(WHY);
            visit.press("Record why, and look").look("glass-person-" + script);
            assertThat(visit.heading()).isEqualTo(reference);
            assertThat(visit.text()).contains("Outside your areas", WHY).doesNotContain("Screen this young person");

            visit.page().locator("form[action$='/behind-glass'] button").first().click();
            visit.look("glass-decision-" + script);
            assertThat(visit.text()).contains("Outside your areas", WHY, decision);
            assertThat(visit.page().locator("main form").count())
                    .as("there is nothing to decide, and nothing to take away")
                    .isZero();
            assertThat(visit.text()).doesNotContain("Print or save", "print command");
            visit.open("/decisions/" + decision);
            assertThat(visit.heading()).as("the next look is asked for again").isEqualTo("Page not found");
        }
        JsonNode readers = JsonMapper.shared()
                .readTree(get("auditor.knowsley", "/api/areas/knowsley/young-people/" + reference + "/readers")
                        .body());
        assertThat(readers.path("readers")
                        .valueStream()
                        .filter(one -> one.path("breakGlass").asBoolean())
                        .map(one -> one.path("actor").asString() + " "
                                + one.path("what").asString() + " "
                                + one.path("reason").asString()))
                .containsExactly("oidc:manager.sefton trail " + WHY, "oidc:manager.sefton decision " + WHY);
    }

    @Test
    void what_is_nowhere_is_asked_for_in_the_same_way() {
        recorded("knowsley", "GLASS-THERE");
        String there = shown("/areas/knowsley/young-people/GLASS-THERE");
        String nowhere = shown("/areas/nowhere-at-all/young-people/GLASS-THERE");
        assertThat(there.replace("knowsley", "nowhere-at-all"))
                .isEqualTo(nowhere)
                .contains("If a child cannot wait");
        assertThat(behind("manager.sefton", "/decisions/none", WHY).statusCode())
                .isEqualTo(404);
    }

    /** But for the secret that each form has of its own. */
    private String shown(String path) {
        return get("manager.sefton", path).body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    @Test
    void nobody_else_is_asked_and_their_own_is_shown_without() {
        String decision = recorded("knowsley", "GLASS-OTHERS");
        String person = "/areas/knowsley/young-people/GLASS-OTHERS";
        assertThat(get("screener.sefton", person).body()).doesNotContain("behind-glass");
        assertThat(get("screener.sefton", "/young-people").body()).doesNotContain("another area");
        assertThat(get("manager.all", "/young-people").body()).doesNotContain("another area");
        assertThat(behind("screener.sefton", person, WHY).statusCode()).isEqualTo(403);
        assertThat(get("manager.sefton", person + "/readers").body()).doesNotContain("behind-glass");
        String odd = "/decisions/%7B%22$gt%22:%20%22%22%7D";
        assertThat(behind("manager.all", odd, WHY)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .as("what is no number of a decision is led to where that is told")
                .endsWith("/decisions/%7B%22%24gt%22%3A%20%22%22%7D");
        HttpResponse<String> own = behind("manager.knowsley", "/decisions/" + decision, WHY);
        assertThat(own.statusCode()).isEqualTo(302);
        assertThat(own.headers().firstValue("Location").orElse("")).endsWith("/decisions/" + decision);
        assertThat(behind("manager.knowsley", person, WHY)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith(person);
    }

    private Visit visit(String name, boolean script) {
        Visit visit = chromium.visit(port, 1280, script);
        visit.page().context().setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + tokens.of(name)));
        return visit;
    }

    /** The number of a decision about somebody of that area. */
    private String recorded(String area, String reference) {
        HttpResponse<String> answer = send(
                "screener." + area, "/api/assessments", "application/json", """
                {"assessmentId": "%s-1", "sourceSystem": "hub", "assessedAt": "2026-11-02T09:30:00Z",
                 "youngPerson": {"reference": "%s", "area": "%s", "ageYears": 14},
                 "observations": [{"factor": "going-missing", "answer": "yes",
                   "dates": ["2026-10-12", "2026-10-20", "2026-10-30"], "source": "police", "basis": "confirmed"}]}
                """.formatted(reference, reference, area));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(answer.body()).path("decisionId").asString();
    }

    private HttpResponse<String> get(String name, String path) {
        return Api.send(Api.at(port, "")
                .anonymous(path)
                .header("Authorization", "Bearer " + tokens.of(name))
                .GET());
    }

    private HttpResponse<String> behind(String name, String path, String why) {
        return send(
                name, path + "/behind-glass", "application/x-www-form-urlencoded", "glass=" + why.replace(' ', '+'));
    }

    private HttpResponse<String> send(String name, String path, String type, String body) {
        return Api.send(Api.at(port, "")
                .anonymous(path)
                .header("Authorization", "Bearer " + tokens.of(name))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }
}
