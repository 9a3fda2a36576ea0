package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.intake.http.Api.json;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.ruleset.RuleSetInForce;

@RunningService
class HealthTest {

    @LocalServerPort
    int port;

    private Api api;

    @BeforeEach
    void signIn() {
        api = Api.at(port, "manager");
    }

    @Test
    void whether_it_is_well_is_for_anybody_and_why_for_its_users() {
        HttpResponse<String> anybody = Api.send(api.anonymous("/actuator/health"));
        assertThat(anybody.statusCode()).isEqualTo(200);
        assertThat(json(anybody).path("status").asString()).isEqualTo("UP");
        assertThat(anybody.body()).doesNotContain("store", "2026");
        assertThat(Api.send(api.anonymous("/actuator/health/store")).statusCode())
                .isEqualTo(404);
        HttpResponse<String> user = api.get("/actuator/health");
        assertThat(json(user).at("/components/store/status").asString()).isEqualTo("UP");
        assertThat(json(user).at("/components/rules/details/hash").asString()).startsWith("sha256:");
    }

    @Test
    void a_service_without_rules_is_not_well() {
        RulesHealthIndicator rules = new RulesHealthIndicator(new RuleSetInForce());
        assertThat(rules.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void figures_name_no_young_person() {
        api.submit(Contact.about("LCS-600").json());
        api.trailOf("LCS-600");
        api.get("/api/areas/sefton/young-people/LCS-600/nothing");
        String figures = api.get("/actuator/prometheus").body();
        assertThat(figures).contains("http_server_requests").doesNotContain("LCS-600");
    }
}
