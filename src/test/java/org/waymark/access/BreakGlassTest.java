package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.access.oidc.WithAProvider;
import tools.jackson.databind.JsonNode;

/** A manager or an auditor can read about a child of another area when they say why; and it shows. */
@WithAProvider
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class BreakGlassTest {

    private static final String TRAIL = "/api/areas/knowsley/young-people/BG-1/trail";
    private static final String WHY = "She is at our front desk and says she cannot go home.";

    @LocalServerPort
    int port;

    private String decision;

    @BeforeAll
    void recordAChild() {
        HttpResponse<String> answer = as("screener.knowsley")
                .submit(As.contact("knowsley", "BG-1", "BG-1").toString());
        assertThat(answer.statusCode()).isEqualTo(201);
        decision = "/api/decisions/" + As.json(answer).path("decisionId").asString();
    }

    private As as(String name) {
        return new As(port, name);
    }

    private static String[] glass(String why) {
        return new String[] {BreakGlass.HEADER, why};
    }

    @Test
    void it_lets_them_read_and_the_trail_the_figures_and_the_log_have_it(CapturedOutput output) {
        double before = times();
        HttpResponse<String> trail = as("manager.sefton").get(TRAIL, glass(WHY));
        assertThat(trail.statusCode()).as(trail.body()).isEqualTo(200);
        assertThat(As.json(trail).path("entries").size()).isGreaterThanOrEqualTo(1);
        assertThat(as("auditor.sefton").get(decision, glass(WHY)).statusCode()).isEqualTo(200);
        JsonNode readers = As.json(as("auditor.knowsley").get(TRAIL.replace("/trail", "/readers")))
                .path("readers");
        List<JsonNode> broken = readers.valueStream()
                .filter(one -> one.path("breakGlass").asBoolean())
                .toList();
        assertThat(broken)
                .extracting(one -> one.path("actor").asString())
                .contains("oidc-sub:manager.sefton", "oidc-sub:auditor.sefton");
        assertThat(broken).extracting(one -> one.path("what").asString()).contains("trail", "decision");
        assertThat(broken)
                .allSatisfy(one -> assertThat(one.path("reason").asString()).isEqualTo(WHY));
        assertThat(times()).isEqualTo(before + 2);
        assertThat(as("operator").get("/actuator/health").body()).contains("inTheLast24Hours", "alarm");
        assertThat(output.getAll()).contains("The glass was broken").doesNotContain("BG-1", "front desk");
    }

    private double times() {
        return as("operator")
                .get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("waymark_break_glass_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void it_holds_for_others_for_changes_for_lists_and_without_a_reason() {
        assertThat(as("manager.sefton").get(TRAIL).statusCode()).isEqualTo(404);
        assertThat(as("screener.sefton").get(TRAIL, glass(WHY)).statusCode()).isEqualTo(403);
        assertThat(as("screener.sefton").get(decision, glass(WHY)).statusCode()).isEqualTo(403);
        assertThat(as("manager.sefton").get(TRAIL, glass("I want to know it.")).statusCode())
                .isEqualTo(422);
        assertThat(as("manager.sefton").get(TRAIL, glass(" ".repeat(40))).statusCode())
                .isEqualTo(422);
        for (String path : List.of("readers", "clocks", "subject-access", "trail/export")) {
            assertThat(as("manager.sefton")
                            .get(TRAIL.replace("trail", path), glass(WHY))
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(as("manager.sefton")
                        .post(decision + "/review", "{\"finding\": \"Nothing.\"}", glass(WHY))
                        .statusCode())
                .isEqualTo(404);
        assertThat(as("manager.sefton")
                        .get("/api/areas/knowsley/retention", glass(WHY))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void of_somebody_unknown_it_shows_nothing_and_rings_all_the_same() {
        double before = times();
        HttpResponse<String> trail = as("manager.sefton").get(TRAIL.replace("BG-1", "BG-NOBODY"), glass(WHY));
        assertThat(trail.body()).isEqualTo("{\"entries\":[]}");
        assertThat(as("manager.sefton").get("/api/decisions/none", glass(WHY)).statusCode())
                .isEqualTo(404);
        assertThat(times()).isEqualTo(before + 2);
    }
}
