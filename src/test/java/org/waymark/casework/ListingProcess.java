package org.waymark.casework;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.waymark.casework.worklist.Lists;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Appended;
import org.waymark.trail.Draft;
import org.waymark.trail.Entry;
import org.waymark.trail.Kind;
import org.waymark.trail.Person;
import org.waymark.trail.Submission;
import org.waymark.trail.Trail;
import org.waymark.trail.Trails;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.sealing.Logs;

/** A process that records decisions and acts, and keeps the lists up to date, until it is killed. */
final class ListingProcess {

    private static final int WRITERS = 2;
    private static final Instant AT = Instant.parse("2026-03-11T10:30:01.123Z");

    private static final int MOST_AHEAD = 400;

    private ListingProcess() {}

    /** Takes the data folder, the number of the round, and the key of the log. */
    public static void main(String[] arguments) {
        // On a machine that is too busy the store may not answer: the test is told, and does not wait for ever.
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
            e.printStackTrace();
            Runtime.getRuntime().halt(3);
        });
        Path folder = Path.of(arguments[0]);
        Store store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC());
        Trail trail = Trails.in(store.database());
        Logs logs = logs(store, folder, LogKey.parse(arguments[2]));
        Lists lists = lists(store, trail, logs);
        // While the one that was killed holds the lease nothing is listed, and what is recorded must not grow for ever.
        Semaphore ahead = new Semaphore(MOST_AHEAD);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        for (int writer = 0; writer < WRITERS; writer++) {
            String name = "R" + arguments[1] + "-" + writer;
            // Each as a node of its own: one listens with one thread.
            Lists own = lists(store, trail, logs);
            threads.execute(() -> recordForEver(trail, own, name, ahead));
        }
        threads.execute(() -> followForEver(logs, lists, ahead));
    }

    static Logs logs(Store store, Path folder, LogKey key) {
        return new Logs(store.database(), folder.resolve("checkpoints"), key, key);
    }

    static ListedDecisions folds(Trail trail) {
        return new ListedDecisions(new Clocks(new RuleSetInForce(), trail, Trails.names(), Clock.systemUTC()));
    }

    static Lists lists(Store store, Trail trail, Logs logs) {
        return new Lists(
                store.database(), trail, Trails.names(), logs.log(), folds(trail), Clock.systemUTC(), () -> {});
    }

    private static void followForEver(Logs logs, Lists lists, Semaphore ahead) {
        long size = logs.log().size();
        while (true) {
            logs.sealing().checkpointNow();
            long grown = logs.log().size() - size;
            size += grown;
            ahead.release(Math.toIntExact(grown));
            if (lists.page()) {
                System.out.println("page");
                System.out.flush();
            }
        }
    }

    private static void recordForEver(Trail trail, Lists lists, String name, Semaphore ahead) {
        for (int i = 0; true; i++) {
            ahead.acquireUninterruptibly(2);
            Person person = Trails.names().person("sefton", name + "-" + i);
            Submission submission = Trails.names().submission("sefton", "test", name + "-" + i);
            String id = Trails.names().decisionId(submission);
            String decision = """
                    {"decisionId":"%s","youngPerson":{"reference":"%s-%d","area":"sefton"},"assessedAt":"%s",\
                    "ruleSet":{"name":"r","hash":"h"},"status":"proposed","outcome":{"pathways":[]}}""".formatted(id, name, i, AT);
            Entry first = append(
                    trail,
                    person,
                    1,
                    new Draft(Kind.SCREENED, submission, id, "one", AT, Map.of("decision", decision)));
            if (i % 2 == 0) {
                // One half by hearing of it, the other by the log.
                lists.hear(first);
            }
            append(
                    trail,
                    person,
                    2,
                    new Draft(
                            Kind.CONFIRMED,
                            Trails.names().attempt(),
                            null,
                            "two",
                            AT,
                            Map.of("confirmation", "{\"decisionId\":\"" + id + "\"}")));
        }
    }

    private static Entry append(Trail trail, Person person, long sequence, Draft draft) {
        return ((Appended.Recorded) trail.append(person, sequence, draft)).entry();
    }
}
