package org.waymark.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.assessment.Json;
import org.waymark.intake.http.Api;
import org.waymark.intake.http.RunningService;

/** What a browser may send that no page of ours makes it send. */
@RunningService
class PageFormsTest {

    @LocalServerPort
    int port;

    @Test
    void a_form_that_is_about_nobody_leads_back_to_where_somebody_is_chosen() {
        HttpResponse<String> answer = sent("/drafts", "area=sefton&reference=+");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/young-people?area=sefton&reference=");
    }

    @Test
    void what_is_too_long_to_keep_is_told_and_still_stands_there() {
        String draft = sent("/drafts", "area=sefton&reference=LCS-LONG")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String note = "a long note ".repeat(25_000) + "ends";
        String section = URI.create(draft).getPath() + "/sections/people";
        HttpResponse<String> answer = sent(section, "revision=1&strengths=" + note.replace(' ', '+'));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("There is a problem", "shorten the longest notes", note);
        assertThat(sent(section, "revision=1&byItself=yes&strengths=" + note.replace(' ', '+'))
                        .statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference=%zz", "reference=%ff", "=&&=a"})
    void what_cannot_be_read_is_told_on_a_page(String form) {
        assertPage(sent("/drafts", form), 400);
    }

    /** Pages that ask for a field in their middle as well as those that ask for none. */
    @Test
    void what_cannot_be_read_behind_an_address_is_told_on_a_page() {
        String hash = Json.read(Api.send(Api.at(port, "policy").request("/api/rule-sets/active"))
                        .body())
                .path("hash")
                .asString();
        for (String path : List.of("/", "/rules", "/rules/" + hash, "/rules/" + hash + "/book", "/audit/limits")) {
            assertPage(Api.send(PageSession.of(port, "policy").request(path + "?note=%ff")), 400);
        }
    }

    @Test
    void what_no_field_may_be_called_is_told_on_a_page() {
        assertPage(sent("/decisions/none/confirmation", "rationale=x&a%07b=1"), 400);
    }

    @Test
    void what_is_more_than_a_page_asks_for_is_told_on_a_page() {
        String fields =
                IntStream.rangeClosed(0, 1_000).mapToObj(i -> "f" + i + "=").collect(Collectors.joining("&"));
        assertPage(sent("/drafts", fields), 400);
        assertPage(sent("/drafts", "reference=" + "a".repeat(600_000)), 413);
    }

    @Test
    void whoever_asks_for_no_page_is_answered_with_one() {
        HttpResponse<String> answer = Api.send(
                PageSession.of(port, "screener").request("/drafts/none/check").header("Accept", "image/png"));
        assertPage(answer, 404);
    }

    @Test
    void no_script_and_no_other_site_gets_at_the_session() {
        HttpResponse<String> page =
                Api.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sign-in")));
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("waymark-session=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    private HttpResponse<String> sent(String path, String form) {
        return Api.send(PageSession.of(port, "screener")
                .request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private static void assertPage(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.body()).contains("<h1");
    }
}
