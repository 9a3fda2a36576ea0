package org.waymark.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.BatchAcknowledgingMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Consumers that end by a failure, such as want of memory, are not the end of the stream. */
@ExtendWith(OutputCaptureExtension.class)
class ConsumersStartedAgainTest {

    /** A member that the broker never heard leave holds its group up for a session, 45 seconds, each time. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final int SENT = 20;
    private static final int FAILURES = 2;

    private static EmbeddedKafkaKraftBroker broker;
    private static Admin admin;

    @BeforeAll
    static void start() {
        broker = new EmbeddedKafkaKraftBroker(1, 2, Topics.ASSESSMENTS);
        broker.afterPropertiesSet();
        admin = Admin.create(Map.of("bootstrap.servers", broker.getBrokersAsString()));
    }

    @AfterAll
    static void stop() {
        admin.close();
        broker.destroy();
    }

    /** Takes records as the listener does; but on the first batches of its round the consumers end. */
    private static final class Failing implements BatchAcknowledgingMessageListener<byte[], byte[]> {

        private final String round;

        private final AtomicInteger batches = new AtomicInteger();

        final List<String> lost = new CopyOnWriteArrayList<>();
        final List<String> done = new CopyOnWriteArrayList<>();

        Failing(String round) {
            this.round = round;
        }

        @Override
        public void onMessage(List<ConsumerRecord<byte[], byte[]>> records, @Nullable Acknowledgment acknowledgment) {
            List<String> texts = records.stream()
                    .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                    .toList();
            boolean now = texts.stream().anyMatch(text -> text.startsWith(round));
            if (now && batches.getAndIncrement() < FAILURES) {
                lost.addAll(texts);
                throw new OutOfMemoryError("as far as this test goes");
            }
            done.addAll(texts);
            acknowledgment.acknowledge();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void they_are_started_again_and_what_they_had_not_committed_is_read_again(int concurrency, CapturedOutput output)
            throws Exception {
        String group = "consumers-" + concurrency;
        Failing listener = new Failing(group);
        ConcurrentMessageListenerContainer<byte[], byte[]> container = container(group, concurrency, listener);
        Lag lag = new Lag(admin, group);
        StreamWatch watch = new StreamWatch(
                new TopicsAndLag(new KafkaAdmin(Map.of()), false, lag),
                container,
                Clock.systemUTC(),
                Duration.ofMillis(500));
        watch.start();
        await().atMost(PATIENCE).until(() -> running(container) == concurrency);
        List<KafkaMessageListenerContainer<byte[], byte[]>> first = container.getContainers();
        Set<String> sent = send(group);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(listener.done)
                        .as("lag %d, running %d, lost %s", lag.look(), running(container), listener.lost)
                        .containsAll(sent));
        await().atMost(PATIENCE)
                .until(() -> running(container) == concurrency
                        && container.getContainers().stream().noneMatch(first::contains));
        await().atMost(PATIENCE).until(() -> lag.look() == 0);
        assertThat(listener.lost).isNotEmpty().allMatch(listener.done::contains);
        assertThat(output).contains("the consumers of the stream ended, and are started again");
        watch.stop();
        container.stop();
        assertThat(container.isRunning()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_was_read_and_not_acknowledged_waits_for_whoever_comes_after_an_orderly_stop(boolean raises)
            throws Exception {
        String group = "stopped-" + raises;
        List<String> read = new CopyOnWriteArrayList<>();
        BatchAcknowledgingMessageListener<byte[], byte[]> leaving = new BatchAcknowledgingMessageListener<>() {
            @Override
            public void onMessage(
                    List<ConsumerRecord<byte[], byte[]>> records, @Nullable Acknowledgment acknowledgment) {
                records.forEach(record -> read.add(new String(record.value(), StandardCharsets.UTF_8)));
                if (raises) {
                    throw new IllegalStateException("stopped meanwhile, as far as this test goes");
                }
            }
        };
        send(group);
        ConcurrentMessageListenerContainer<byte[], byte[]> container = container(group, 1, leaving);
        container.start();
        await().atMost(PATIENCE).until(() -> !read.isEmpty());
        container.stop();

        assertThat(new Lag(admin, group).look())
                .as("nothing was acknowledged")
                .isEqualTo(new Lag(admin, "nobody").look())
                .isGreaterThanOrEqualTo(SENT);
    }

    private static ConcurrentMessageListenerContainer<byte[], byte[]> container(
            String group, int concurrency, BatchAcknowledgingMessageListener<byte[], byte[]> listener) {
        KafkaProperties kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(broker.getBrokersAsString()));
        ConcurrentMessageListenerContainer<byte[], byte[]> container = AssessmentsContainer.of(
                new DefaultKafkaConsumerFactory<>(
                        KafkaClients.consumer(kafka, kafka::getBootstrapServers, settings(group, concurrency))),
                concurrency);
        // As the context does that it is a bean of: it hears of consumers that ended by its own events.
        container.setApplicationEventPublisher(event -> {});
        container.setupMessageListener(listener);
        return container;
    }

    private static long running(ConcurrentMessageListenerContainer<byte[], byte[]> container) {
        return container.getContainers().stream()
                .filter(KafkaMessageListenerContainer::isRunning)
                .filter(KafkaMessageListenerContainer::isInExpectedState)
                .count();
    }

    private static KafkaInSettings settings(String group, int concurrency) {
        Duration second = Duration.ofSeconds(1);
        Duration day = Duration.ofDays(1);
        return new KafkaInSettings(group, concurrency, 1, SENT, second, second, second, false, 2, 1, day, day);
    }

    private static Set<String> send(String group) throws Exception {
        Set<String> sent = ConcurrentHashMap.newKeySet();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.getBrokersAsString()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < SENT; i++) {
                String text = group + "/" + i;
                sent.add(text);
                producer.send(new ProducerRecord<>(
                                Topics.ASSESSMENTS, i % 2, null, text.getBytes(StandardCharsets.UTF_8)))
                        .get();
            }
        }
        return sent;
    }
}
