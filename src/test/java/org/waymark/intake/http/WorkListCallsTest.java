package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.intake.http.Api.json;

import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What is recorded comes into the lists of the running service by itself. */
@RunningService
class WorkListCallsTest {

    private static final int PATIENCE_IN_TENTHS = 600;

    @LocalServerPort
    int port;

    private Api api;

    @BeforeEach
    void signIn() {
        api = Api.at(port, "screener");
    }

    @Test
    void what_is_submitted_waits_in_the_list_and_goes_on_when_somebody_decides() throws Exception {
        JsonNode decision = json(api.submit(Contact.about("LIST-1").json()));
        String id = decision.path("decisionId").asString();

        JsonNode line = awaited("/api/work-list?reference=LIST-1", lines -> lines.size() == 1)
                .get(0);
        assertThat(line.path("decisionId").asString()).isEqualTo(id);
        assertThat(line.path("waitsFor").asString()).isEqualTo("proposed");
        assertThat(line.path("respondBy")).isEqualTo(decision.at("/outcome/respondBy"));

        HttpResponse<String> agreed = api.submit(
                "/api/decisions/" + id + "/confirmation",
                java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"rationale\": \"I have spoken to the school and to the police.\", \"evidenceSeen\": []}"));
        assertThat(agreed.statusCode()).as(agreed.body()).isLessThan(300);
        awaited(
                "/api/work-list?reference=LIST-1&status=outcome-open",
                lines -> lines.size() == 1
                        && lines.get(0).path("status").asString().equals("confirmed"));
        assertThat(lines("/api/work-list?reference=LIST-1&status=proposed")).isEmpty();

        api = api.as("auditor");
        JsonNode found = json(api.get("/api/decisions?reference=LIST-1&overridden=false"))
                .path("decisions");
        assertThat(found.findValuesAsString("decisionId")).containsExactly(id);
        assertThat(api.as("manager")
                        .get("/api/areas/sefton/young-people/LIST-1/readers")
                        .body())
                .contains("\"what\":\"decisions\"");
    }

    private JsonNode lines(String path) {
        HttpResponse<String> answer = api.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("lines");
    }

    private JsonNode awaited(String path, Predicate<JsonNode> wanted) throws InterruptedException {
        JsonNode lines = lines(path);
        for (int i = 0; i < PATIENCE_IN_TENTHS && !wanted.test(lines); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
            lines = lines(path);
        }
        assertThat(wanted.test(lines)).as(lines.toString()).isTrue();
        return lines;
    }

    @Test
    void every_fault_behind_the_address_is_told_at_once() {
        HttpResponse<String> answer =
                api.get("/api/work-list?status=lost&overdue=perhaps&after=%7B%24gt%7D&most=51&aera=sefton");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/status", "/overdue", "/after", "/most", "/aera");
        HttpResponse<String> search = api.as("auditor").get("/api/decisions?from=yesterday&to=%2B999999999-01-01");
        assertThat(search.statusCode()).isEqualTo(422);
        assertThat(json(search).path("errors").findValuesAsString("pointer")).containsExactlyInAnyOrder("/from", "/to");
    }
}
