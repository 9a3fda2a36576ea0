package org.waymark.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Acknowledged means on disk: the service is killed in the middle of a stream of submissions, again and again. */
class KilledServiceIT {

    private static final int ROUNDS = Integer.getInteger("waymark.faultRounds", 3);
    private static final int CLIENTS = 8;
    private static final int PEOPLE = 40;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    /** What was answered 201, and with which decision. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final Random random = new Random(20170901);

    @Test
    void whatWasAnswered201IsThereAfterAKillAndIsThereOnce() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            int before = acknowledged.size();
            try (RunningService service = RunningService.start(folder.resolve("data"))) {
                checkAll(service);
                streamUntilKilled(service);
            }
            assertThat(acknowledged).as("answered 201 in round %d", round).hasSizeGreaterThan(before);
        }
        try (RunningService service = RunningService.start(folder.resolve("data"))) {
            checkAll(service);
        }
        System.out.printf(
                "kill -9 in %d rounds: %d submissions answered 201, 0 lost, 0 twice%n", ROUNDS, acknowledged.size());
    }

    private void streamUntilKilled(RunningService service) throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        CountDownLatch under = new CountDownLatch(CLIENTS * 2);
        for (int client = 0; client < CLIENTS; client++) {
            clients.execute(() -> stream(service, under));
        }
        under.await(60, TimeUnit.SECONDS);
        Thread.sleep(random.nextInt(2_000));
        service.kill();
        clients.shutdown();
        assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private void stream(RunningService service, CountDownLatch under) {
        try {
            while (true) {
                String id = "KILL-" + next.incrementAndGet();
                String body = body(id);
                bodies.put(id, body);
                HttpResponse<String> answer = service.post("/api/assessments", body);
                if (answer.statusCode() == 201) {
                    acknowledged.put(id, decisionId(answer));
                    under.countDown();
                }
            }
        } catch (IOException killed) {
            // What was under way is neither decided nor refused: it may be there or not.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String body(String id) {
        int person = Math.floorMod(id.hashCode(), PEOPLE);
        return """
                {"assessmentId": "%s", "sourceSystem": "fault-test", "assessedAt": "2026-03-11T10:30:00Z",
                 "referredBy": "police", "youngPerson": {"reference": "P-%d", "ageYears": 14, "area": "sefton"},
                 "observations": [{"factor": "going-missing", "answer": "yes", "dates": ["2026-03-06"]}]}
                """.formatted(id, person);
    }

    private static String decisionId(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).path("decisionId").asString();
    }

    /** Every acknowledged submission is there, once; submitting it again gives the same decision. */
    private void checkAll(RunningService service) throws IOException, InterruptedException {
        List<String> recorded = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            JsonNode trail = JSON.readTree(service.get("/api/areas/sefton/young-people/P-" + person + "/trail")
                    .body());
            int sequence = 0;
            for (JsonNode entry : trail.path("entries")) {
                assertThat(entry.path("sequence").asInt()).isEqualTo(++sequence);
                if (entry.path("kind").asString().equals("screened")) {
                    recorded.add(entry.path("assessment").path("assessmentId").asString());
                }
            }
        }
        assertThat(recorded).doesNotHaveDuplicates().containsAll(acknowledged.keySet());
        for (String id : acknowledged.keySet()) {
            assertThat(service.get("/api/decisions/" + acknowledged.get(id)).statusCode())
                    .isEqualTo(200);
        }
        for (String id : acknowledged.keySet().stream().limit(20).toList()) {
            HttpResponse<String> again = service.post("/api/assessments", bodies.get(id));
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(decisionId(again)).isEqualTo(acknowledged.get(id));
        }
    }
}
