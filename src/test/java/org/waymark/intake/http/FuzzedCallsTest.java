package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.intake.http.Api.json;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.waymark.Waymark;
import tools.jackson.databind.JsonNode;

/** Whatever is sent to whichever route, nothing fails, and all that was recorded meanwhile verifies. */
@SpringBootTest(
        classes = Waymark.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "waymark.limits.requests-per-minute=1000000000",
            "waymark.limits.machine-requests-per-minute=1000000000",
            "waymark.limits.failed-sign-ins-per-minute=1000000000"
        })
@ContextConfiguration(initializers = SmallService.class)
@DirtiesContext
class FuzzedCallsTest {

    private static final int CALLS = Integer.getInteger("waymark.fuzzedRequests", 10_000);
    private static final long SEED = Long.getLong("waymark.fuzzSeed", 20260311L);
    private static final int CLIENTS = 4;
    private static final int MOST_SHOWN = 10;
    private static final int OURS = 500;

    /** The type of the metrics, which are for those who run the service and name its parts. */
    private static final String FIGURES = "text/plain;version=0.0.4";

    private static final int NOT_NOW = 503;

    @LocalServerPort
    int port;

    @Autowired
    Collection<RequestMappingInfoHandlerMapping> mappings;

    private final Map<Integer, AtomicLong> statuses = new ConcurrentSkipListMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void nothing_that_is_sent_to_any_route_makes_it_fail_and_the_trail_verifies_afterwards() throws Exception {
        List<FuzzedCalls.Route> routes = routes();
        assertThat(routes).hasSizeGreaterThan(50);
        String hash = json(Api.at(port, "policy").get("/api/rule-sets/active"))
                .path("hash")
                .asString();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> all = IntStream.range(0, CLIENTS)
                    .<Future<?>>mapToObj(client -> clients.submit(() -> {
                        call(new FuzzedCalls(routes, hash, SEED + client), CALLS / CLIENTS);
                        return null;
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            clients.shutdownNow();
        }
        System.out.println("Fuzzed calls by status: " + statuses);
        assertThat(failures.stream().limit(MOST_SHOWN)).as("of seed " + SEED).isEmpty();
        assertThat(statuses.keySet()).contains(200, 201, 400, 401, 403, 404, 405, 415, 422);
        assertVerified();
    }

    private List<FuzzedCalls.Route> routes() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(FuzzedCallsTest::routes)
                .toList();
    }

    private static Stream<FuzzedCalls.Route> routes(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> new FuzzedCalls.Route(method.name(), pattern)));
    }

    private void call(FuzzedCalls calls, int times) throws IOException {
        try (RawCalls line = new RawCalls(port)) {
            for (int i = 0; i < times; i++) {
                FuzzedCalls.Call call = calls.next();
                Optional<RawCalls.Answer> answer =
                        line.send(call.bytes(), call.method().equals("HEAD"), call.last());
                answer.ifPresent(one -> judge(call, one));
                answer.ifPresent(one -> calls.learn(one.body()));
                if (answer.isEmpty()) {
                    statuses.computeIfAbsent(0, none -> new AtomicLong()).incrementAndGet();
                }
            }
        }
    }

    /** That it cannot be recorded now, or that no rule set is in force, is an answer of the contract. */
    private void judge(FuzzedCalls.Call call, RawCalls.Answer answer) {
        statuses.computeIfAbsent(answer.status(), none -> new AtomicLong()).incrementAndGet();
        boolean contract = answer.status() == NOT_NOW
                && answer.head().contains("retry-after: ")
                && answer.body().contains("urn:waymark:problem:");
        boolean leaks = !answer.head().contains(FIGURES)
                && (answer.body().contains("Exception") || answer.body().contains("\tat "));
        if (answer.status() >= OURS && !contract || leaks) {
            failures.add(answer + "\n   to " + call.shown());
        }
    }

    private void assertVerified() throws InterruptedException {
        Api auditor = Api.at(port, "auditor");
        assertThat(auditor.submit("/api/verifications", BodyPublishers.noBody()).statusCode())
                .isEqualTo(202);
        JsonNode shown = json(auditor.get("/api/verifications/latest"));
        while (shown.path("state").asString().equals("running")) {
            Thread.sleep(100);
            shown = json(auditor.get("/api/verifications/latest"));
        }
        assertThat(shown.path("faults")).isEmpty();
        assertThat(shown.path("verified").asBoolean()).isTrue();
        assertThat(shown.path("entries").asLong()).isGreaterThan(CALLS / 1000);
    }
}
