package org.waymark.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Follows the topic of decisions as others do. */
final class DecisionsTopicReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Seen> seen = new ArrayList<>();

    DecisionsTopicReader(String brokers) {
        this(Map.of("bootstrap.servers", brokers));
    }

    /** @param connection where the broker is and how to sign in there */
    DecisionsTopicReader(Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("group.id", "test-" + System.nanoTime());
        settings.put("auto.offset.reset", "earliest");
        settings.put("metadata.max.age.ms", "1000");
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.DECISIONS));
    }

    /** A record of the topic, read by the CloudEvents project's own code. */
    record Seen(String key, String text, String contentType, CloudEvent event) {

        private static Seen of(ConsumerRecord<String, byte[]> record) {
            return new Seen(
                    record.key(),
                    new String(record.value(), StandardCharsets.UTF_8),
                    new String(record.headers().lastHeader("content-type").value(), StandardCharsets.UTF_8),
                    new JsonFormat().deserialize(record.value()));
        }
    }

    /** The events about a young person, once there are so many or more of them. */
    List<Seen> about(String key, int least) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (found(key).size() < least && System.nanoTime() < end) {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> seen.add(Seen.of(record)));
        }
        assertThat(found(key)).as("events about %s", key).hasSizeGreaterThanOrEqualTo(least);
        return found(key);
    }

    private List<Seen> found(String key) {
        return seen.stream().filter(one -> key.equals(one.key())).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
