package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A page of another site has a browser that remembers a password ask for nothing here. */
@RunningService
class CrossSiteTest {

    @LocalServerPort
    int port;

    private HttpRequest.Builder from(String site, String mode, String destination) {
        return Api.at(port, "auditor")
                .request("/api/verifications")
                .header("Sec-Fetch-Site", site)
                .header("Sec-Fetch-Mode", mode)
                .header("Sec-Fetch-Dest", destination);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "elsewhere"})
    void a_form_of_another_site_is_refused(String site) {
        HttpResponse<String> answer =
                Api.send(from(site, "navigate", "document").POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "script", "iframe", "object", "embed", "frame", "empty"})
    void what_a_page_of_another_site_shows_in_itself_is_refused(String destination) {
        String mode = destination.contains("frame") || destination.equals("embed") ? "navigate" : "no-cors";
        assertThat(Api.send(from("cross-site", mode, destination).GET()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_link_a_typed_address_our_own_pages_and_machines_are_let_through() {
        HttpRequest.Builder linked = Api.at(port, "auditor")
                .request("/api/factors")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document");
        assertThat(Api.send(linked.GET()).statusCode()).isEqualTo(200);
        assertThat(Api.send(from("same-origin", "cors", "empty").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(202);
        assertThat(Api.send(from("none", "navigate", "document").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(202);
        assertThat(Api.at(port, "auditor").get("/api/factors").statusCode()).isEqualTo(200);
    }
}
