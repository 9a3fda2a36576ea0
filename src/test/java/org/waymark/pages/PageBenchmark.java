package org.waymark.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.waymark.Waymark;
import org.waymark.assessment.Json;
import org.waymark.assessment.LondonDays;
import org.waymark.casework.Screening;
import org.waymark.intake.http.Api;
import org.waymark.intake.http.OwnStore;

/**
 * How long each page takes from the request to its last byte, with so many decisions recorded on the embedded store and
 * the rules of this repository, everybody signed in, nothing recorded meanwhile.
 *
 * <p>{@code ./mvnw -Dtest=PageBenchmark test}; never in the test run. Filling takes most of it.
 */
@SpringBootTest(
        classes = Waymark.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"waymark.limits.requests-per-minute=1000000", "waymark.replay.every=9999h"})
@ContextConfiguration(initializers = OwnStore.class)
@DirtiesContext
class PageBenchmark {

    private static final int DECISIONS = Integer.getInteger("waymark.benchmark.decisions", 100_000);
    private static final int EACH = 10;
    private static final int WARM = 30;
    private static final int ROUNDS = 60;
    private static final int TOLD = 10_000;
    private static final List<String> AREAS =
            List.of("halton", "knowsley", "liverpool", "sefton", "st-helens", "wirral");
    private static final List<String> FACTORS = List.of(
            "older-peers-or-controller", "gang-association", "cce-concern", "debt-bondage", "weapon-for-protection");

    @LocalServerPort
    int port;

    @Autowired
    Screening screening;

    /** One that is shown. */
    private record Shown(String user, String page) {}

    @Test
    void measure() throws Exception {
        fill();
        String person = "/areas/sefton/young-people/" + reference(AREAS.indexOf("sefton"));
        HttpResponse<String> trail = Api.send(Api.at(port, "auditor").request("/api" + person + "/trail"));
        String decision = "/decisions/"
                + Json.read(trail.body()).at("/entries/0/decisionId").asString();
        HttpResponse<String> active = Api.send(Api.at(port, "policy").request("/api/rule-sets/active"));
        String rules = "/rules/" + Json.read(active.body()).path("hash").asString();
        System.out.printf("%nWith %d decisions, in ms:%n", DECISIONS);
        for (Shown shown : pages(person, decision, rules)) {
            time(shown);
        }
    }

    private static List<Shown> pages(String person, String decision, String rules) {
        return List.of(
                new Shown("screener", "/work-list"),
                new Shown("manager", "/work-list?tab=overdue"),
                new Shown("screener", "/young-people"),
                new Shown("screener", "/drafts"),
                new Shown("screener", person),
                new Shown("screener", decision),
                new Shown("auditor", "/decisions"),
                new Shown("auditor", "/decisions?find=yes"),
                new Shown("auditor", "/decisions?reference=" + person.substring(person.lastIndexOf('/') + 1)),
                new Shown("auditor", "/audit"),
                new Shown("auditor", "/audit/activations"),
                new Shown("auditor", "/audit/limits"),
                new Shown("auditor", "/audit/transparency"),
                new Shown("auditor", person + "/readers"),
                new Shown("auditor", decision + "/proof"),
                new Shown("auditor", decision + "/proof?verify=yes"),
                new Shown("auditor", decision + "/replay"),
                new Shown("auditor", decision + "/replay?again=yes"),
                new Shown("policy", "/rules"),
                new Shown("policy", rules),
                new Shown("policy", rules + "/book"),
                new Shown("policy", rules + "/book?q=missing"),
                new Shown("policy", rules + "/figures?rule=SG-12"));
    }

    private void time(Shown shown) {
        long[] taken = new long[ROUNDS];
        int bytes = 0;
        for (int i = -WARM; i < ROUNDS; i++) {
            long began = System.nanoTime();
            HttpResponse<String> answer =
                    Api.send(PageSession.of(port, shown.user()).request(shown.page()));
            taken[Math.max(0, i)] = System.nanoTime() - began;
            assertThat(answer.statusCode()).as(shown.page()).isEqualTo(200);
            bytes = answer.body().length();
        }
        Arrays.sort(taken);
        System.out.printf(
                Locale.ROOT,
                "%-9s %-45s median %6.1f, nine in ten %6.1f, %4d kB%n",
                shown.user(),
                shown.page().replaceAll("[0-9a-f]{20,}|sha256:[0-9a-f]+", "…"),
                taken[ROUNDS / 2] / 1e6,
                taken[ROUNDS * 9 / 10] / 1e6,
                bytes / 1024);
    }

    private void fill() throws Exception {
        ExecutorService at = Executors.newFixedThreadPool(8);
        AtomicInteger done = new AtomicInteger();
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < DECISIONS / EACH; i++) {
                int young = i;
                all.add(at.submit(() -> {
                    for (int contact = 0; contact < EACH; contact++) {
                        screening.screen(contact(young, contact).getBytes(StandardCharsets.UTF_8), "screener");
                        int so = done.incrementAndGet();
                        if (so % TOLD == 0) {
                            System.out.println(so + " are recorded");
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            at.shutdownNow();
        }
    }

    private static String reference(int young) {
        return "BENCH-" + young;
    }

    /** The same every time, one contact in each of the last months. */
    private static String contact(int young, int contact) {
        Random chance = new Random(young * 31L + contact);
        Instant then = Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .minus(30L * (EACH - contact) - chance.nextInt(20), ChronoUnit.DAYS);
        String factor = FACTORS.get(chance.nextInt(FACTORS.size()));
        String answer = chance.nextInt(3) == 0 ? "unknown" : "yes";
        return """
                {"assessmentId": "B-%d-%d", "sourceSystem": "benchmark", "assessedAt": "%s",
                 "youngPerson": {"reference": "%s", "area": "%s", "ageYears": %d},
                 "observations": [{"factor": "%s", "answer": "%s", "source": "school"},
                   {"factor": "going-missing", "answer": "yes", "dates": ["%s"], "source": "police"}]}
                """.formatted(
                        young,
                        contact,
                        then,
                        reference(young),
                        AREAS.get(young % AREAS.size()),
                        11 + young % 6,
                        factor,
                        answer,
                        LondonDays.of(then).minusDays(3));
    }
}
