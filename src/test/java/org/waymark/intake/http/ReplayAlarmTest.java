package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.intake.http.Api.json;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.waymark.Waymark;
import org.waymark.ruleset.SmallRules;
import org.waymark.trail.AlteredStore;
import org.waymark.trail.Trail;
import org.waymark.trail.keys.PersonKeys;
import tools.jackson.databind.JsonNode;

/** The service makes recorded decisions again by itself, and raises the alarm where one was altered underneath it. */
@SpringBootTest(
        classes = Waymark.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "waymark.local-password=" + RunningService.PASSWORD,
            "waymark.replay.every=300ms",
            "waymark.replay.sample=50"
        })
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class ReplayAlarmTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String TELLS = "comes out otherwise than it is recorded";
    private static final String GAUGE = "waymark_replays_differing 1.0";

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private Trail trail;

    @Autowired
    private PersonKeys keys;

    private Api auditor;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry registry) throws Exception {
        Path rules = Files.createDirectory(folder.resolve("rules"));
        for (Map.Entry<String, byte[]> file :
                SmallRules.of(SmallRules.GOOD).files().all().entrySet()) {
            Files.write(rules.resolve(file.getKey()), file.getValue());
        }
        registry.add("waymark.rules-dir", rules::toString);
        registry.add("waymark.data-dir", () -> folder.resolve("data").toString());
    }

    @Test
    void a_decision_that_was_altered_underneath_is_told_and_none_that_was_not(CapturedOutput output) throws Exception {
        auditor = Api.at(port, "auditor");
        String altered = decided("LCS-1");
        decided("LCS-2");
        decided("LCS-3");

        JsonNode quiet = awaited(run -> run.path("replayed").asInt() == 3);
        assertThat(quiet.path("same").asInt()).isEqualTo(3);
        assertThat(quiet.path("different")).isEmpty();
        awaitedFigure("waymark_replays_differing 0.0");
        assertThat(details().path("replayed").asInt()).isEqualTo(3);
        assertThat(details().has("alarm")).isFalse();
        assertThat(output.toString()).doesNotContain(TELLS);

        Document before = AlteredStore.alter(
                database,
                keys,
                trail.byDecision(altered).orElseThrow().id(),
                "decision",
                decision -> decision.replace("\"primary\":\"safeguarding\"", "\"primary\":\"universal\""));

        JsonNode loud = awaited(run -> !run.path("different").isEmpty());
        assertThat(loud.path("same").asInt()).isEqualTo(2);
        assertThat(loud.path("different")).hasSize(1);
        assertThat(loud.path("different").get(0).path("decisionId").asString()).isEqualTo(altered);
        awaitedFigure(GAUGE);
        assertThat(figures()).contains("waymark_replays_total{result=\"different\"}");
        assertThat(details().path("different").asInt()).isEqualTo(1);
        assertThat(details().path("alarm").asString()).contains("/api/replays/latest");
        assertThat(json(auditor.get("/actuator/health")).path("status").asString())
                .as("starting it again would mend nothing")
                .isEqualTo("UP");
        assertThat(output.toString()).contains("The decision " + altered + " " + TELLS + ", at /outcome/primary");

        AlteredStore.restore(database, before);
        awaited(run ->
                run.path("replayed").asInt() == 3 && run.path("different").isEmpty());
        awaitedFigure("waymark_replays_differing 0.0");
        assertThat(details().has("alarm")).isFalse();
    }

    private String decided(String reference) {
        JsonNode decision = json(auditor.as("screener").submit("""
                {"assessmentId": "%s-1", "sourceSystem": "test", "assessedAt": "2026-03-11T10:00:00Z",
                 "youngPerson": {"reference": "%s", "area": "sefton", "ageYears": 14},
                 "observations": [{"factor": "going-missing", "answer": "yes",
                   "dates": ["2026-02-16", "2026-02-25", "2026-03-06"]}]}
                """.formatted(reference, reference)));
        assertThat(decision.at("/outcome/primary").asString())
                .as(decision.toString())
                .isEqualTo("safeguarding");
        return decision.path("decisionId").asString();
    }

    private JsonNode details() {
        return json(auditor.get("/actuator/health")).at("/components/replays/details");
    }

    private String figures() {
        return auditor.get("/actuator/prometheus").body();
    }

    /** The last run, once it is such. */
    private JsonNode awaited(Predicate<JsonNode> such) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode run = json(auditor.get("/api/replays/latest"));
        while (!such.test(run)) {
            assertThat(Instant.now()).as(run.toString()).isBefore(end);
            Thread.sleep(50);
            run = json(auditor.get("/api/replays/latest"));
        }
        return run;
    }

    private void awaitedFigure(String figure) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!figures().contains(figure)) {
            assertThat(Instant.now()).as(figure).isBefore(end);
            Thread.sleep(50);
        }
    }
}
