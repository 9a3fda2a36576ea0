package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.waymark.Waymark;
import org.waymark.access.WhoMay;
import org.waymark.access.oidc.TokensAtHand;
import org.waymark.access.oidc.WithAProvider;
import org.waymark.policy.AnyRulesMayBeSubmitted;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent to whichever route, nothing fails, and all that was recorded meanwhile verifies. */
@SpringBootTest(
        classes = Waymark.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "waymark.limits.requests-per-minute=1000000000",
            "waymark.limits.machine-requests-per-minute=1000000000",
            "waymark.limits.failed-sign-ins-per-minute=1000000000",
            "waymark.replay.every=5s",
            "waymark.replay.sample=5"
        })
@ContextConfiguration(initializers = {WithAProvider.Settings.class, SmallService.class})
@Import(AnyRulesMayBeSubmitted.class)
@DirtiesContext
class FuzzedCallsTest {

    private static final int CALLS = Integer.getInteger("waymark.fuzzedRequests", 10_000);
    private static final long SEED = Long.getLong("waymark.fuzzSeed", 20260311L);
    private static final int CLIENTS = 4;
    private static final int MOST_SHOWN = 10;
    private static final int OURS = 500;

    /**
     * Among so many calls each route must have been got into. Fewer may by chance never come upon what one of them waits
     * for, such as an override that is to be countersigned; what they missed is printed.
     */
    private static final int ENOUGH_FOR_EVERY_ROUTE = 200_000;

    /** The type of the metrics, which are for those who run the service and name its parts. */
    private static final String FIGURES = "text/plain;version=0.0.4";

    private static final int NOT_NOW = 503;

    @LocalServerPort
    int port;

    @Autowired
    Collection<RequestMappingInfoHandlerMapping> mappings;

    private final TokensAtHand tokens = new TokensAtHand();
    private final Map<Integer, AtomicLong> statuses = new ConcurrentSkipListMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void nothing_that_is_sent_to_any_route_makes_it_fail_and_the_trail_verifies_afterwards() throws Exception {
        List<FuzzedCalls.Route> routes = routes();
        assertThat(routes).hasSizeGreaterThan(50);
        FuzzedReach reach = new FuzzedReach(routes);
        FuzzedKnown known = new FuzzedKnown(
                json("GET", "/api/rule-sets/active").path("hash").asString());
        long began = System.nanoTime();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> all = IntStream.range(0, CLIENTS)
                    .<Future<?>>mapToObj(client -> clients.submit(() -> {
                        call(new FuzzedCalls(routes, known, tokens, SEED + client), known, reach, CALLS / CLIENTS);
                        return null;
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            clients.shutdownNow();
        }
        long seconds = 1 + (System.nanoTime() - began) / 1_000_000_000L;
        System.out.println("Fuzzed calls by status: " + statuses + ", " + CALLS / seconds + " a second\n" + reach.told()
                + "\nnever well answered: " + reach.never());
        assertThat(failures.stream().limit(MOST_SHOWN)).as("of seed " + SEED).isEmpty();
        assertThat(statuses.keySet()).contains(200, 201, 400, 401, 403, 404, 405, 415, 422);
        if (CALLS >= ENOUGH_FOR_EVERY_ROUTE) {
            assertThat(reach.never())
                    .as("routes that the calls never get into, of seed " + SEED)
                    .isEmpty();
        }
        assertVerified();
    }

    private JsonNode json(String method, String path) {
        return JsonMapper.shared()
                .readTree(Api.send(Api.at(port, "")
                                .anonymous(path)
                                .header("Authorization", "Bearer " + tokens.of("auditor.all"))
                                .method(method, BodyPublishers.noBody()))
                        .body());
    }

    private List<FuzzedCalls.Route> routes() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(FuzzedCallsTest::routes)
                .filter(route -> WhoMay.isListed(route.method(), route.pattern()))
                .toList();
    }

    private static Stream<FuzzedCalls.Route> routes(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> new FuzzedCalls.Route(method.name(), pattern)));
    }

    private void call(FuzzedCalls calls, FuzzedKnown known, FuzzedReach reach, int times) throws IOException {
        try (RawCalls line = new RawCalls(port)) {
            for (int i = 0; i < times; i++) {
                FuzzedCalls.Call call = calls.next();
                long sent = System.nanoTime();
                Optional<RawCalls.Answer> answer =
                        line.send(call.bytes(), call.method().equals("HEAD"), call.last());
                int status = answer.map(RawCalls.Answer::status).orElse(0);
                boolean good = status / 100 == 2 || call.signedIn() && isSentOn(call, answer);
                reach.count(call.route(), status, System.nanoTime() - sent, good);
                statuses.computeIfAbsent(status, none -> new AtomicLong()).incrementAndGet();
                answer.ifPresent(one -> judge(call, one));
                answer.filter(one -> status < 300).ifPresent(one -> known.learn(one.body()));
                answer.ifPresent(one -> known.learnFrom(one.head()));
            }
        }
    }

    /** A form that was taken sends its browser on to the page that shows it. */
    private static boolean isSentOn(FuzzedCalls.Call call, Optional<RawCalls.Answer> answer) {
        return call.route().isPage()
                && answer.filter(one -> one.status() / 100 == 3).isPresent();
    }

    /** That it cannot be recorded now, or that no rule set is in force, is an answer of the contract. */
    private void judge(FuzzedCalls.Call call, RawCalls.Answer answer) {
        boolean contract = answer.status() == NOT_NOW
                && answer.head().contains("retry-after: ")
                && answer.body().contains("urn:waymark:problem:");
        boolean leaks = !answer.head().contains(FIGURES)
                && (answer.body().contains("Exception") || answer.body().contains("\tat "));
        // A stranger with a browser is sent to where they can sign in.
        int refused = call.route().isPage() ? 300 : 400;
        boolean strangersIn = answer.status() < refused && !call.signedIn();
        if (answer.status() >= OURS && !contract || leaks || strangersIn) {
            failures.add(answer + "\n   to " + call.shown());
        }
    }

    private void assertVerified() throws InterruptedException {
        JsonNode shown = json("GET", "/api/verifications/latest");
        while (shown.path("state").asString().equals("running")) {
            Thread.sleep(100);
            shown = json("GET", "/api/verifications/latest");
        }
        shown = json("POST", "/api/verifications");
        while (shown.path("state").asString().equals("running")) {
            Thread.sleep(100);
            shown = json("GET", "/api/verifications/latest");
        }
        assertThat(shown.path("faults")).isEmpty();
        assertThat(shown.path("verified").asBoolean()).isTrue();
        assertThat(shown.path("entries").asLong()).isGreaterThan(CALLS / 1000);
    }
}
