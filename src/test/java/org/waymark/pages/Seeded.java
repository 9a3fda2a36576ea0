package org.waymark.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.waymark.assessment.Json;
import org.waymark.assessment.LondonDays;
import org.waymark.intake.http.Api;

/** What a service of a test has recorded, by its own interface. */
record Seeded(int port) {

    /** The number of a decision about somebody who went missing, assessed so many days ago. */
    String missing(String area, String reference, int daysAgo, String... more) {
        Instant then = Instant.now().minus(daysAgo, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        String dates = "\"%s\", \"%s\", \"%s\""
                .formatted(
                        LondonDays.of(then).minusDays(9),
                        LondonDays.of(then).minusDays(4),
                        LondonDays.of(then).minusDays(1));
        String others = more.length == 0 ? "" : ", " + String.join(", ", more);
        return submitted(
                "screener", "/api/assessments", """
                {"assessmentId": "%s-1", "sourceSystem": "hub", "assessedAt": "%s",
                 "youngPerson": {"reference": "%s", "area": "%s", "ageYears": 14},
                 "observations": [{"factor": "going-missing", "answer": "yes", "dates": [%s],
                   "source": "police", "basis": "confirmed"}%s]}
                """.formatted(reference, then, reference, area, dates, others));
    }

    String confirmed(String decision) {
        return submitted(
                "screener",
                "/api/decisions/" + decision + "/confirmation",
                "{\"rationale\": \"I have spoken to the school and to the police.\", \"evidenceSeen\": []}");
    }

    /** Somebody wants less. */
    String lowered(String decision) {
        return submitted("screener", "/api/decisions/" + decision + "/override", """
                {"pathways": ["early-help"], "urgency": "ten-working-days", "reasonCode": "plan-in-place",
                 "reason": "The family and the school have agreed a plan that holds since Monday."}
                """);
    }

    private String submitted(String user, String path, String body) {
        HttpResponse<String> answer = Api.send(Api.at(port, user)
                .request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return Json.read(answer.body()).path("decisionId").asString();
    }

    /** Until a list of the service has what was recorded: that takes a moment. */
    void untilListed(String address, String... texts) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(
                                Api.send(PageSession.of(port, "manager").request(address))
                                        .body())
                        .contains(texts));
    }
}
