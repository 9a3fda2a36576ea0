package org.waymark.casework;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.ruleset.ActiveRules;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.Trails;
import org.waymark.trail.sealing.LogAtWork;

/**
 * What the trail costs: decisions a second with it (encrypted, chained, on disk, ordered and sealed meanwhile) and
 * without it (the same screening, and a trail that forgets at once), in turns in one run. Prints ratios only, since
 * figures of time hold for one machine.
 *
 * <p>{@code ./mvnw -Dtest=TrailCostBenchmark test}; never in the test run.
 */
class TrailCostBenchmark {

    private static final int CLIENTS = 16;
    private static final int ROUNDS = 7;
    private static final int EACH = Integer.getInteger("waymark.benchmark.each", 40);

    @TempDir
    Path folder;

    private final AtomicInteger number = new AtomicInteger();

    @Test
    void measure() throws Exception {
        Clock clock = Clock.systemUTC();
        RuleSetInForce inForce = new RuleSetInForce();
        inForce.activate(ActiveRules.ruleSet(), clock.instant());
        try (Store store = Store.open(StoreSettings.embedded(folder), clock)) {
            MongoDatabase database = store.database();
            Pseudonyms pseudonyms = Pseudonyms.open(folder.resolve("keys/pseudonym.key"), database);
            Trail kept = Trails.in(database);
            Engine engine = new Engine("benchmark", "benchmark");
            Screening with = new Screening(inForce, kept, pseudonyms, clock, engine);
            Screening without = new Screening(inForce, new ForgetfulTrail(), pseudonyms, clock, engine);
            try (LogAtWork log = new LogAtWork(database, folder, kept, pseudonyms)) {
                round(without);
                round(with);
                List<Double> ratios = new ArrayList<>();
                for (int i = 0; i < ROUNDS; i++) {
                    double none = round(without);
                    double all = round(with);
                    ratios.add(all / none);
                }
                ratios.sort(Double::compare);
                System.out.printf(
                        Locale.ROOT,
                        "with the trail / without it, decisions a second, %d clients, %d rounds: median %.2f (%.2f to %.2f)%n",
                        CLIENTS,
                        ROUNDS,
                        ratios.get(ROUNDS / 2),
                        ratios.get(0),
                        ratios.get(ROUNDS - 1));
                System.out.printf(Locale.ROOT, "sealed meanwhile: %d entries%n", log.sealed());
            }
        }
    }

    /** Decisions a second. */
    private double round(Screening screening) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        Callable<Void> client = () -> {
            for (int i = 0; i < EACH; i++) {
                screening.screen(contact(), "screener");
            }
            return null;
        };
        long start = System.nanoTime();
        List<Future<Void>> all = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            all.add(threads.submit(client));
        }
        for (Future<Void> one : all) {
            one.get();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        threads.shutdown();
        return CLIENTS * EACH * 1e9 / took.toNanos();
    }

    private byte[] contact() {
        int one = number.incrementAndGet();
        return """
                {"assessmentId": "B-%d", "sourceSystem": "benchmark", "assessedAt": "2026-03-10T10:00:00Z",
                 "youngPerson": {"reference": "P-%d", "ageYears": 14, "area": "sefton"},
                 "observations": [
                  {"factor": "going-missing", "answer": "yes", "dates": ["2026-02-28", "2026-03-05"], "source": "police"},
                  {"factor": "gang-association", "answer": "yet-to-clarify"},
                  {"factor": "weapon-carrying", "answer": "unknown"}]}
                """.formatted(one, one).getBytes(StandardCharsets.UTF_8);
    }
}
