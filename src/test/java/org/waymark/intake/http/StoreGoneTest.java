package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.intake.http.Api.json;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a caller hears while the store is away, and that the same call does what it asks once it is back. */
@RunningService
class StoreGoneTest {

    @LocalServerPort
    int port;

    private Api api;

    @BeforeEach
    void signIn() {
        api = Api.at(port, "screener");
    }

    @AfterEach
    void mend() {
        StoreBehindALine.LINE.mend();
    }

    @Test
    void nothing_is_answered_as_decided_that_cannot_be_recorded() throws InterruptedException {
        String contact = Contact.about("LCS-300").json();
        StoreBehindALine.LINE.cut();
        assertUnavailable(api.submit(contact));
        assertUnavailable(api.dryRun(contact));
        assertUnavailable(api.get("/api/areas/sefton/young-people/LCS-300/trail"));
        assertUnavailable(api.as("manager").get("/api/areas/sefton/young-people/LCS-300/subject-access"));
        HttpResponse<String> health = api.get("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(json(health).at("/components/store/status").asString()).isEqualTo("DOWN");
        StoreBehindALine.LINE.mend();
        assertThat(soonSubmitted(contact).statusCode()).isEqualTo(201);
        assertThat(api.trailOf("LCS-300")).hasSize(1);
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(json(answer).path("type").asString()).isEqualTo("urn:waymark:problem:unavailable");
        assertThat(answer.body()).doesNotContain("safeguarding", "Exception", "127.0.0.1");
    }

    /** The driver looks for its server again every half second. */
    private HttpResponse<String> soonSubmitted(String contact) throws InterruptedException {
        HttpResponse<String> answer = api.submit(contact);
        for (int i = 0; i < 20 && answer.statusCode() == 503; i++) {
            Thread.sleep(500);
            answer = api.submit(contact);
        }
        return answer;
    }
}
