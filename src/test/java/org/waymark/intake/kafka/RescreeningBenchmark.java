package org.waymark.intake.kafka;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.waymark.policy.impact.SharedArchive;
import org.waymark.policy.impact.SharedArchive.Leader;

/**
 * What it costs to send pieces over a topic where one node does them all: an analysis over threads and one over Kafka,
 * in turns in one run. Prints ratios only, since figures of time hold for one machine.
 *
 * <p>{@code ./mvnw -Dtest=RescreeningBenchmark test}; never in the test run.
 */
class RescreeningBenchmark {

    private static final int CONTACTS = Integer.getInteger("waymark.benchmark.each", 1_000);
    private static final int ROUNDS = 3;

    /** Smaller than the service's, so that few contacts make many pieces: the topic costs more here than there. */
    private static final int PIECE = 100;

    @TempDir
    private Path folder;

    @Test
    void measure() throws Exception {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 12, Topics.PIECES);
        broker.afterPropertiesSet();
        try (SharedArchive archive = SharedArchive.real(folder, CONTACTS);
                RescreeningNode node = new RescreeningNode(broker.getBrokersAsString(), archive.worker());
                Leader spread = archive.leader(node.post(), PIECE);
                Leader alone = archive.alone(PIECE)) {
            seconds(alone);
            seconds(spread);
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                double threads = seconds(alone);
                ratios.add(threads / seconds(spread));
            }
            ratios.sort(null);
            System.out.printf(
                    Locale.ROOT,
                    "Rate over Kafka on one node as a share of that over threads, %d contacts: median %.2f, all %s%n",
                    CONTACTS,
                    ratios.get(ROUNDS / 2),
                    ratios.stream()
                            .map(one -> String.format(Locale.ROOT, "%.2f", one))
                            .toList());
        } finally {
            broker.destroy();
        }
    }

    private static double seconds(Leader leader) throws Exception {
        long begun = System.nanoTime();
        leader.report(leader.start());
        return (System.nanoTime() - begun) / 1e9;
    }
}
