package org.waymark.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A policy officer's week: a threshold is changed, checked, tried on past cases, approved by a second person, in force,
 * and rolled back; over HTTP, against the packed jar, while screenings go on.
 */
class PolicyWeekIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TABLE = "thresholds.drl.csv";
    private static final String SCENARIOS = "scenarios/thresholds.yaml";
    private static final String MANIFEST = "manifest.yaml";
    private static final String WHY = "Agreed by the policy board on 3 March 2026, minute 7.";

    /** Missing three times, the first of them 30 days ago: just within the window of SG-12. */
    private static final String AT_THE_LIMIT = """
            {"assessmentId": "%s", "sourceSystem": "week", "assessedAt": "2026-03-11T10:30:00Z",
             "youngPerson": {"reference": "%s", "ageYears": 14, "area": "sefton"},
             "observations": [{"factor": "going-missing", "answer": "yes",
               "dates": ["2026-02-09", "2026-02-25", "2026-03-10"]}]}
            """;

    /** What one screening said of itself. */
    private record Seen(int status, String version, boolean firesSg12) {}

    @TempDir
    private Path folder;

    private RunningService service;

    @Test
    void aThresholdIsChangedOnMondayAndInForceOnTuesdayWithAWayBack() throws Exception {
        try (RunningService running = RunningService.start(folder.resolve("data"))) {
            service = running;
            String first = active().path("hash").asString();
            screen("recorded-before");
            AtomicBoolean goOn = new AtomicBoolean(true);
            List<Seen> seen = new CopyOnWriteArrayList<>();
            Thread screenings = new Thread(() -> keepScreening(goOn, seen));
            screenings.start();
            try {
                week(first, seen);
            } finally {
                goOn.set(false);
                screenings.join();
            }
            assertThat(seen).hasSizeGreaterThan(20).allSatisfy(one -> {
                assertThat(one.status()).isEqualTo(201);
                assertThat(one.firesSg12()).isEqualTo(one.version().equals("2026.1"));
            });
            assertThat(seen).extracting(Seen::version).contains("2026.1", "2026.2");
        }
    }

    private void week(String first, List<Seen> seen) throws Exception {
        Map<String, String> files = files(first);
        Map<String, String> change = new TreeMap<>();
        change.put(MANIFEST, files.get(MANIFEST).replace("name: \"2026.1\"", "name: \"2026.2\""));

        change.put(TABLE, files.get(TABLE).replace("\"going-missing\",30,3", "\"going-missing\",thirty,3"));
        JsonNode faulty = draft(first, change, 422);
        assertThat(faulty.at("/errors/0/message").asString()).contains(TABLE, "cell D21", "`thirty`");

        change.put(TABLE, files.get(TABLE).replace("\"going-missing\",30,3", "\"going-missing\",28,3"));
        String untested = draft(first, change, 201).path("hash").asString();
        JsonNode report = posted("policy", "/api/rule-sets/" + untested + "/check", "{}", 200);
        assertThat(failed(report)).contains("Scenarios");

        change.put(SCENARIOS, moved(files.get(SCENARIOS)));
        String candidate = draft(first, change, 201).path("hash").asString();
        assertThat(failed(posted("policy", "/api/rule-sets/" + candidate + "/check", "{}", 200)))
                .isEmpty();

        String analysis = analysed(candidate);
        posted("policy", "/api/rule-sets/" + candidate + "/submission", "{\"analysis\": \"" + analysis + "\"}", 200);
        String approval = "{\"note\": \"" + WHY + "\"}";
        posted("policy", "/api/rule-sets/" + candidate + "/approval", approval, 403);
        assertThat(posted("approver", "/api/rule-sets/" + candidate + "/approval", approval, 409)
                        .path("detail")
                        .asString())
                .contains("not accepted yet");
        accept(candidate, analysis);
        posted("approver", "/api/rule-sets/" + candidate + "/approval", approval, 200);

        activate(candidate, "2026.2");
        assertThat(screen("under-the-new-rules")).isEqualTo(new Seen(201, "2026.2", false));
        activate(first, "2026.1");
        assertThat(screen("under-the-old-rules-again")).isEqualTo(new Seen(201, "2026.1", true));
        assertThat(JSON.readTree(service.get("auditor", "/api/rule-sets/" + candidate)
                                .body())
                        .path("events")
                        .findValuesAsString("what"))
                .contains("drafted", "submitted", "downgrades-accepted", "approved", "activated");
    }

    private void activate(String hash, String name) throws Exception {
        String body = "{\"areas\": [\"*\"], \"reason\": \"" + WHY + "\"}";
        posted("approver", "/api/rule-sets/" + hash + "/activation", body, 200);
        await().atMost(Duration.ofSeconds(90)).until(() -> active().path("name").asString(), name::equals);
    }

    /** Tries the candidate on what is recorded, and waits until that is done. */
    private String analysed(String candidate) throws Exception {
        String id = posted("policy", "/api/impact-analyses", "{\"candidate\": \"" + candidate + "\"}", 202)
                .path("id")
                .asString();
        await().atMost(Duration.ofMinutes(3))
                .until(() -> analysis(id).path("state").asString(), "done"::equals);
        return id;
    }

    private JsonNode analysis(String id) throws Exception {
        return JSON.readTree(
                service.get("approver", "/api/impact-analyses/" + id).body());
    }

    /** Opens each downgraded case and accepts it, or all with a reason where they are many. */
    private void accept(String candidate, String analysis) throws Exception {
        List<String> cases = new ArrayList<>();
        analysis(analysis).at("/report/changed").forEach(one -> {
            if (!one.path("direction").asString().equals("higher")) {
                cases.add(one.path("reference").asString());
            }
        });
        assertThat(cases).isNotEmpty();
        if (cases.size() > 50) {
            ObjectNode all = JSON.createObjectNode().put("reason", WHY);
            cases.forEach(all.putArray("cases")::add);
            posted("approver", "/api/rule-sets/" + candidate + "/acceptances", all.toString(), 200);
            return;
        }
        for (String one : cases) {
            ObjectNode body = JSON.createObjectNode();
            body.putArray("cases").add(one);
            posted("approver", "/api/rule-sets/" + candidate + "/acceptances", body.toString(), 200);
        }
    }

    private static String moved(String scenarios) {
        return scenarios
                .replace("daysAgo: [1, 15, 30]}", "daysAgo: [1, 15, 28]}")
                .replace("daysAgo: [1, 15, 31]}", "daysAgo: [1, 15, 29]}");
    }

    private static List<String> failed(JsonNode report) {
        List<String> failed = new ArrayList<>();
        report.path("sections").forEach(section -> {
            if (!section.path("ok").asBoolean()) {
                failed.add(section.path("name").asString());
            }
        });
        return failed;
    }

    private JsonNode active() throws Exception {
        return JSON.readTree(service.get("/api/rule-sets/active?area=sefton").body());
    }

    private Map<String, String> files(String hash) throws Exception {
        Map<String, String> files = new TreeMap<>();
        JSON.readTree(service.get("policy", "/api/rule-sets/" + hash + "/files").body())
                .path("files")
                .properties()
                .forEach(file -> files.put(file.getKey(), file.getValue().asString()));
        return files;
    }

    private JsonNode draft(String parent, Map<String, String> files, int status) throws Exception {
        ObjectNode draft = JSON.createObjectNode();
        draft.put("note", "Twenty-eight days are four weeks, as our partners count them.");
        draft.put("parent", parent);
        ObjectNode changed = draft.putObject("files");
        files.forEach(changed::put);
        return posted("policy", "/api/rule-sets", draft.toString(), status);
    }

    private JsonNode posted(String user, String path, String body, int status) throws Exception {
        HttpResponse<String> answer = service.post(user, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private Seen screen(String number) throws Exception {
        HttpResponse<String> answer = service.post("/api/assessments", AT_THE_LIMIT.formatted(number, "YP-" + number));
        JsonNode decision = JSON.readTree(answer.body());
        List<String> rules = new ArrayList<>();
        decision.at("/outcome/reasons")
                .forEach(reason -> rules.add(reason.path("rule").asString()));
        return new Seen(answer.statusCode(), decision.at("/ruleSet/name").asString(""), rules.contains("SG-12"));
    }

    private void keepScreening(AtomicBoolean goOn, List<Seen> seen) {
        for (int number = 0; goOn.get(); number++) {
            try {
                seen.add(screen("contact-" + number));
            } catch (Exception broken) {
                seen.add(new Seen(0, broken.toString(), false));
            }
        }
    }
}
