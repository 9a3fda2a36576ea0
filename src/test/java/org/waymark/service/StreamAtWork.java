package org.waymark.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.waymark.broker.BrokerProcess;
import org.waymark.ruleset.SmallRules;

/**
 * Everything that a stream needs, each in a process of its own so that each can be killed: a broker, a store that is
 * served by URI, and nodes of the packed jar that share keys. The rules are few, as a node is started many times.
 */
final class StreamAtWork implements AutoCloseable {

    /** Longer than any lease, session or pause takes to end. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final Map<Integer, RunningService> nodes = new ConcurrentHashMap<>();
    private final UnrecordedWatch unrecorded = new UnrecordedWatch(nodes::values);

    final BrokerProcess broker;
    final StoreProcess store;
    final SentCases sent;
    private final Decided decided;
    private final RecordedCases recorded;
    private Tally counted = Tally.NOTHING;
    private Tally told = Tally.NOTHING;

    private StreamAtWork(Path folder, Processes processes) throws IOException, InterruptedException {
        this.folder = folder;
        writeRules(folder.resolve("rules"));
        this.broker = processes.started(BrokerProcess.start(folder.resolve("broker")));
        this.store = processes.started(StoreProcess.start(folder.resolve("store")));
        startNode(1);
        processes.started(nodes.get(1));
        this.sent = new SentCases(broker.bootstrapServers());
        awaitTopics();
        this.decided = new Decided(broker.bootstrapServers());
        this.recorded = new RecordedCases(store.uri(), key("pseudonym.key"));
    }

    static StreamAtWork start(Path folder) throws Exception {
        Processes processes = new Processes(new ArrayDeque<>());
        try {
            return new StreamAtWork(folder, processes);
        } catch (Exception | AssertionError e) {
            processes.close();
            throw e;
        }
    }

    /** What was started when the rest did not start. */
    private record Processes(Deque<AutoCloseable> all) {

        <T extends AutoCloseable> T started(T process) {
            all.push(process);
            return process;
        }

        void close() throws Exception {
            for (AutoCloseable one : all) {
                one.close();
            }
        }
    }

    private static void writeRules(Path rules) throws IOException {
        Files.createDirectories(rules);
        for (Map.Entry<String, byte[]> file :
                SmallRules.of(SmallRules.GOOD).files().all().entrySet()) {
            Files.write(rules.resolve(file.getKey()), file.getValue());
        }
    }

    private Path key(String name) {
        return folder.resolve("keys").resolve(name);
    }

    /** Starts a node, or one that was killed again. */
    void startNode(int number) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>();
        settings.put("WAYMARK_MONGODB_URI", store.uri());
        settings.put("WAYMARK_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        settings.put("WAYMARK_RULES_DIR", folder.resolve("rules").toString());
        settings.put("WAYMARK_PSEUDONYM_KEY_FILE", key("pseudonym.key").toString());
        settings.put("WAYMARK_MASTER_KEY_FILE", key("master.json").toString());
        settings.put("WAYMARK_LOG_KEY_FILE", key("log.key").toString());
        settings.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        // Sooner than a service would have it, so that a round does not last minutes.
        settings.put("WAYMARK_KAFKA_PARTITIONS", "4");
        settings.put("WAYMARK_KAFKA_LONGEST_PAUSE", "2s");
        settings.put("WAYMARK_KAFKA_WATCH_EVERY", "1s");
        settings.put("SPRING_KAFKA_CONSUMER_PROPERTIES_SESSION_TIMEOUT_MS", "6000");
        settings.put("SPRING_KAFKA_CONSUMER_PROPERTIES_HEARTBEAT_INTERVAL_MS", "1000");
        nodes.put(number, RunningService.start(folder.resolve("node-" + number), settings));
    }

    void killNode(int number) throws InterruptedException {
        nodes.remove(number).kill();
    }

    void stopNode(int number) {
        nodes.remove(number).close();
    }

    private void awaitTopics() throws InterruptedException {
        Set<String> wanted = Set.of(SentCases.TOPIC, "waymark.decisions", "waymark.assessments.rejected");
        await("the topics are made", () -> {
            try (var admin = broker.admin()) {
                return admin.listTopics().names().get().containsAll(wanted);
            }
        });
    }

    /** Waits until a node says that it cannot record. */
    void awaitTrouble(int number) throws InterruptedException {
        RunningService node = nodes.get(number);
        await(
                "the service says that it cannot record",
                () -> node.get("/actuator/health/readiness").statusCode() == 503);
    }

    /** What can be waited for. */
    interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(String what, Condition condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (condition.holds()) {
                    return;
                }
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception notYet) {
                // It is looked again.
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("waited in vain: " + what);
    }

    /** Waits until so many more decisions are out. */
    void awaitDecisions(int more) throws InterruptedException {
        decided.listen();
        int wanted = decided.events().size() + more;
        await(more + " more decisions are out", () -> {
            decided.listen();
            return decided.events().size() >= wanted;
        });
    }

    /**
     * Waits until all that was sent is out or rejected, and counts: each recorded once, each out, each that cannot be
     * recorded rejected, and nothing else.
     */
    void settled() throws Exception {
        Set<Case> cases = sent.cases();
        Set<String> poison = sent.poison();
        Set<String> ids = cases.stream().map(Case::id).collect(Collectors.toSet());
        awaitOut(ids, poison);
        Map<String, Integer> times = recorded.times();
        assertThat(cases.stream().filter(one -> times.getOrDefault(recorded.nameOf(one), 0) != 1))
                .as("sent and not recorded once")
                .isEmpty();
        assertThat(times).as("recorded and never sent").hasSize(cases.size());
        assertThat(decided.events().keySet()).as("decisions that are out").isEqualTo(ids);
        assertThat(decided.events().values())
                .as("a repeat has the id of the first")
                .allSatisfy(events -> assertThat(events).hasSize(1));
        assertThat(decided.places()).as("what is rejected").isEqualTo(poison);
        assertThat(unrecorded.seen())
                .as("answered or acknowledged and unrecorded")
                .isEmpty();
        assertThat(unrecorded.looks()).as("looks at that figure").isPositive();
        counted = new Tally(
                cases.size(),
                sent.delivered(),
                times.size(),
                decided.events().size(),
                decided.told() - decided.events().size(),
                poison.size(),
                decided.refused());
    }

    /** Says what was counted since this was last said. */
    Tally tell(String fault, int rounds) {
        Tally since = counted.since(told);
        told = counted;
        System.out.println(since.told(fault, rounds));
        return since;
    }

    private void awaitOut(Collection<String> ids, Collection<String> poison) throws InterruptedException {
        long heard = System.nanoTime();
        while (!decided.events().keySet().containsAll(ids) || !decided.places().containsAll(poison)) {
            if (decided.listen() > 0) {
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > PATIENCE.toNanos()) {
                List<String> missing = ids.stream()
                        .filter(id -> !decided.events().containsKey(id))
                        .limit(10)
                        .toList();
                throw new AssertionError("nothing comes out any more, and some is missing, such as " + missing);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Everything that is recorded, as an auditor takes it away. */
    Path exported() throws IOException, InterruptedException {
        Path file = folder.resolve("log.ndjson");
        RunningService node = nodes.values().iterator().next();
        Files.writeString(file, node.get("auditor", "/api/log/export").body());
        return file;
    }

    /** The secret key of the log. */
    Path logKey() {
        return key("log.key");
    }

    @Override
    public void close() {
        unrecorded.close();
        sent.close();
        decided.close();
        recorded.close();
        nodes.values().forEach(RunningService::close);
        store.close();
        broker.close();
    }
}
