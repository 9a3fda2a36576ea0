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
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a version of the rules says of itself: its book, what an approver sees first, where it is in force and will be. */
@RunningService
class RuleSetVersionCallsTest {

    private static final String WHY = "Agreed by the policy board on 3 March 2026, minute 7.";

    @LocalServerPort
    int port;

    private Api policy;
    private Api approver;
    private String active;

    @BeforeEach
    void signIn() {
        policy = Api.at(port, "policy");
        approver = policy.as("approver");
        active = json(policy.get("/api/rule-sets/active")).path("hash").asString();
    }

    private HttpResponse<String> book(String accept) {
        return Api.send(policy.request("/api/rule-sets/" + active + "/book").header("Accept", accept));
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/markdown|text/markdown;charset=UTF-8",
                "*/*|text/markdown;charset=UTF-8",
                "text/html|text/html;charset=UTF-8",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8|text/html;charset=UTF-8",
                "text/markdown;q=0.2,text/*;q=0.5|text/html;charset=UTF-8"
            })
    void the_book_comes_as_what_the_caller_would_rather_have(String accept, String type) {
        HttpResponse<String> answer = book(accept);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(type(answer)).isEqualTo(type);
        assertThat(answer.body()).startsWith(type.contains("html") ? "<!DOCTYPE html>" : "# Rule book 2026.1");
        assertThat(answer.body()).contains("SG-12", "Tried");
    }

    @Test
    void nothing_of_the_book_runs_and_it_is_kept_under_its_name() {
        HttpResponse<String> answer = book("text/html");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("inline; filename=\"rules-2026.1-" + active.substring(7, 19) + ".html\"");
    }

    @Test
    void another_type_is_told_which_two_there_are_and_no_version_is_not_found() {
        HttpResponse<String> answer = book("application/json");
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(json(answer).path("detail").asString()).contains("text/markdown or text/html");
        assertThat(policy.get("/api/rule-sets/sha256:none/book").statusCode()).isEqualTo(404);
        HttpResponse<String> files =
                Api.send(policy.request("/api/rule-sets/" + active + "/files").header("Accept", "text/html"));
        assertThat(json(files).path("detail").asString()).contains("application/json or application/zip");
    }

    @Test
    void a_draft_that_changes_a_group_says_so_before_anything_else() {
        JsonNode files = json(policy.get("/api/rule-sets/" + active + "/files")).path("files");
        String groups = files.path("groups.csv").asString();
        String manifest = files.path("manifest.yaml").asString();
        ObjectNode draft = JsonMapper.shared().createObjectNode();
        draft.put("note", "Counts as a sign of exploitation now.").put("parent", active);
        draft.putObject("files")
                .put("groups.csv", groups.stripTrailing() + "\nexploitation,suspension\n")
                .put("manifest.yaml", manifest.replace("2026.1", "regrouped"));

        HttpResponse<String> answer = policy.submit("/api/rule-sets", BodyPublishers.ofString(draft.toString()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).propertyNames().iterator().next()).isEqualTo("first");
        JsonNode change = json(answer).at("/first/changes/0");
        assertThat(change.path("id").asString()).startsWith("group:exploitation:");
        assertThat(change.path("lines").toString()).contains("suspension");
        assertThat(json(policy.get(answer.headers().firstValue("Location").orElseThrow()))
                        .path("first"))
                .isEqualTo(json(answer).path("first"));
    }

    @Test
    void what_is_ahead_is_shown_and_can_be_withdrawn_once() {
        String path = "/api/rule-sets/" + active + "/activation";
        String scheduled = "{\"areas\": [\"halton\"], \"from\": \"2099-01-01T00:00:00Z\", \"reason\": \"" + WHY + "\"}";
        assertThat(posted(path, scheduled).statusCode()).isEqualTo(200);

        JsonNode shown = json(approver.get("/api/rule-sets")).path("ruleSets").get(0);
        assertThat(shown.path("hash").asString()).isEqualTo(active);
        assertThat(shown.path("ahead").toString())
                .isEqualTo("[{\"areas\":[\"halton\"],\"from\":\"2099-01-01T00:00:00Z\"}]");
        assertThat(shown.path("areas").toString()).isEqualTo("[\"*\"]");
        assertThat(shown.at("/since/*").asString())
                .isEqualTo(json(approver.get("/api/rule-sets/active"))
                        .path("since")
                        .asString());

        String withdrawal = "{\"areas\": [\"halton\"], \"reason\": \"" + WHY + "\"}";
        HttpResponse<String> withdrawn = posted(path + "/withdrawal", withdrawal);
        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(200);
        assertThat(json(withdrawn).path("ahead")).isEmpty();
        assertThat(json(withdrawn).path("events").findValuesAsString("what")).endsWith("activation-withdrawn");
        HttpResponse<String> again = posted(path + "/withdrawal", withdrawal);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).path("type").asString()).isEqualTo("urn:waymark:problem:not-now");
    }

    @Test
    void half_of_a_character_is_told_as_a_fault() {
        HttpResponse<String> answer = posted(
                "/api/rule-sets/" + active + "/activation",
                "{\"areas\": [\"halton\", \"\\udc00\"], \"reason\": \"" + WHY + " \\ud800\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(json(answer).path("errors").findValuesAsString("pointer")).containsExactly("/areas", "/reason");
    }

    private HttpResponse<String> posted(String path, String body) {
        return approver.submit(path, BodyPublishers.ofString(body));
    }

    @Test
    void an_approval_says_what_is_wrong_with_it() {
        HttpResponse<String> answer =
                posted("/api/rule-sets/" + active + "/approval", "{\"note\": 1, \"seen\": \"all\", \"sen\": []}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("errors").findValuesAsString("pointer"))
                .isEqualTo(List.of("/sen", "/note", "/seen"));
    }
}
