package org.waymark.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Json;
import org.waymark.casework.Screening;
import org.waymark.ruleset.RuleSetInForce;

/**
 * Screenings in several threads until it is closed, each held to what the version that it names gives on its own. Most
 * are asked of what is in force and not recorded, so that what is measured is the versions and not the store's growth.
 */
final class Load implements AutoCloseable {

    /** Later than every contact. */
    static final Instant LATER = Instant.parse("2026-03-20T09:00:00Z");

    private static final int RECORDED_EVERY = 40;
    private static final int MOST_FAULTS = 20;

    /** Between two screenings of a thread, so that there is something left for the compiler. */
    private static final long PAUSE_MILLIS = 15;

    private final TwoVersions versions;
    private final Map<String, List<String>> expected;
    private final RuleSetInForce inForce;
    private final Screening screening;
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicLong> byVersion = new TreeMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean goOn = true;

    Load(TwoVersions versions, RuleSetInForce inForce, Screening screening) throws Exception {
        this.versions = versions;
        this.expected = versions.outcomes();
        this.inForce = inForce;
        this.screening = screening;
        expected.keySet().forEach(hash -> byVersion.put(hash, new AtomicLong()));
    }

    void start(int count) {
        for (int i = 0; i < count; i++) {
            String prefix = "T" + i + "-";
            Thread thread = new Thread(() -> screenOn(prefix), "load-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    private void screenOn(String prefix) {
        for (int i = 0; goOn && faults.size() < MOST_FAULTS; i++) {
            int which = i % versions.contacts().size();
            try {
                if (i % RECORDED_EVERY == 0) {
                    recorded(which, prefix + i);
                } else {
                    asked(which, prefix + i);
                }
                Thread.sleep(PAUSE_MILLIS);
            } catch (Exception | LinkageError broken) {
                faults.add("a screening failed: " + broken);
            }
        }
    }

    private void asked(int which, String number) throws Exception {
        byte[] contact = versions.contact(which, number);
        RuleSetInForce.Ready ready = inForce.requireFor(contact);
        Assessment assessment = ready.reader().read(contact, LATER).assessment();
        String outcome = Json.write(ready.screener().screen(assessment, List.of()));
        compare(which, number, ready.ruleSet().hash(), outcome);
    }

    private void recorded(int which, String number) throws Exception {
        String decision =
                screening.screen(versions.contact(which, number), "screener").decision();
        String hash = Json.read(decision).at("/ruleSet/hash").asString();
        compare(which, number, hash, decision.substring(decision.indexOf("{\"summary\"")));
    }

    private void compare(int which, String number, String hash, String outcome) {
        String alone = expected.get(hash).get(which).replace(TwoVersions.NUMBER, number);
        // What a decision says of itself may stand behind the outcome.
        if (!outcome.startsWith(alone)) {
            faults.add("`" + number + "` under " + hash + " gave\n" + outcome + "\nand alone it gives\n" + alone);
        }
        byVersion.get(hash).incrementAndGet();
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    /** How many screenings each version gave so far, by hash. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        byVersion.forEach((hash, count) -> counts.put(hash, count.get()));
        return counts;
    }

    @Override
    public void close() throws InterruptedException {
        goOn = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
