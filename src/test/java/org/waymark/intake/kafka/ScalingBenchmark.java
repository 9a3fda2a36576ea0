package org.waymark.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.broker.BrokerProcess;

/**
 * How the rate grows with partitions and instances: one partition read by one instance of one worker, against two read
 * by two, in turns in one run. Each instance is a process on one core, with the rules of this repository and no store,
 * so that what is measured is screening. Prints ratios only, since figures of time hold for one machine.
 *
 * <p>{@code ./mvnw -Dtest=ScalingBenchmark test}; never in the test run.
 */
class ScalingBenchmark {

    private static final int ROUNDS = Integer.getInteger("waymark.benchmark.rounds", 7);
    private static final int EACH = Integer.getInteger("waymark.benchmark.each", 1_000);

    @TempDir
    private Path folder;

    private int number;

    @Test
    void measure() throws Exception {
        try (Arrangement one = new Arrangement(1);
                Arrangement two = new Arrangement(2)) {
            one.rate();
            two.rate();
            List<Double> ratios = new ArrayList<>();
            Spent before = two.spent();
            for (int round = 0; round < ROUNDS; round++) {
                double single = one.rate();
                ratios.add(two.rate() / single);
            }
            Spent in = two.spent().minus(before);
            ratios.sort(Double::compare);
            System.out.printf(
                    Locale.ROOT,
                    "two partitions and instances / one, assessments a second, %d rounds of %d: median %.2f (%.2f to %.2f)%n",
                    ROUNDS,
                    EACH,
                    ratios.get(ROUNDS / 2),
                    ratios.get(0),
                    ratios.get(ROUNDS - 1));
            System.out.printf(
                    Locale.ROOT,
                    "of the processor time of the rounds of two: instances %.0f %%, broker %.0f %%, sender %.0f %%%n",
                    100 * in.instances() / in.all(),
                    100 * in.broker() / in.all(),
                    100 * in.sender() / in.all());
        }
    }

    /** Processor time, in seconds; the sender's is that of both arrangements, halved. */
    private record Spent(double instances, double broker, double sender) {

        double all() {
            return instances + broker + sender;
        }

        Spent minus(Spent before) {
            return new Spent(instances - before.instances, broker - before.broker, (sender - before.sender) / 2);
        }
    }

    /** A broker with so many partitions, and so many instances that read them. */
    private final class Arrangement implements AutoCloseable {

        private final int size;
        private final BrokerProcess broker;
        private final List<Process> nodes = new ArrayList<>();
        private final Admin admin;
        private long sent;

        Arrangement(int size) throws Exception {
            this.size = size;
            this.broker = BrokerProcess.start(folder.resolve("broker-" + size));
            this.admin = broker.admin();
            admin.createTopics(List.of(new NewTopic(Topics.ASSESSMENTS, size, (short) 1)))
                    .all()
                    .get();
            for (int instance = 0; instance < size; instance++) {
                nodes.add(node(broker.bootstrapServers()));
            }
        }

        /** Assessments a second, from the first that is sent to the commit of the last. */
        double rate() throws Exception {
            assertThat(nodes).allMatch(Process::isAlive);
            long start = System.nanoTime();
            try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", broker.bootstrapServers()),
                    new ByteArraySerializer(),
                    new ByteArraySerializer())) {
                for (int i = 0; i < EACH; i++) {
                    String person = "P-" + number++;
                    producer.send(new ProducerRecord<>(
                            Topics.ASSESSMENTS,
                            i % size,
                            ("sefton/" + person).getBytes(StandardCharsets.UTF_8),
                            contact(person)));
                }
            }
            sent += EACH;
            while (committed() < sent) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            return EACH * 1e9 / (System.nanoTime() - start);
        }

        Spent spent() {
            double instances =
                    nodes.stream().mapToDouble(node -> seconds(node.toHandle())).sum();
            return new Spent(instances, broker.processorTime().toMillis() / 1e3, seconds(ProcessHandle.current()));
        }

        private static double seconds(ProcessHandle process) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
        }

        private long committed() throws Exception {
            return admin
                    .listConsumerGroupOffsets(StoreFreeNode.GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        }

        @Override
        public void close() {
            admin.close();
            nodes.forEach(Process::destroyForcibly);
            broker.close();
        }
    }

    private static Process node(String bootstrapServers) throws IOException {
        Process node = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // One core each, its collector too: what a second instance adds is a second core.
                        "-XX:ActiveProcessorCount=1",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreFreeNode.class.getName(),
                        bootstrapServers)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines = node.inputReader();
        String line = lines.readLine();
        while (line != null && !line.equals(StoreFreeNode.READY)) {
            line = lines.readLine();
        }
        assertThat(line).as("the instance started").isNotNull();
        return node;
    }

    private static byte[] contact(String person) {
        return """
                {"assessmentId": "B-%s", "sourceSystem": "benchmark", "assessedAt": "2026-03-10T10:00:00Z",
                 "youngPerson": {"reference": "%s", "ageYears": 14, "area": "sefton"},
                 "observations": [
                  {"factor": "going-missing", "answer": "yes", "dates": ["2026-02-28", "2026-03-05"], "source": "police"},
                  {"factor": "gang-association", "answer": "yet-to-clarify"},
                  {"factor": "weapon-carrying", "answer": "unknown"}]}
                """.formatted(person, person).getBytes(StandardCharsets.UTF_8);
    }
}
