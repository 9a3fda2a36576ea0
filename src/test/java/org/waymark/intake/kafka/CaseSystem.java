package org.waymark.intake.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** What stands on the other side of the broker: sends assessments, and reads what was refused. */
final class CaseSystem implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> refused = new ArrayList<>();

    final Admin admin;

    CaseSystem(String brokers) {
        this(Map.of("bootstrap.servers", brokers));
    }

    /** @param connection where the broker is and how to sign in there */
    CaseSystem(Map<String, Object> connection) {
        Map<String, Object> sending = new HashMap<>(connection);
        sending.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4_000_000);
        this.producer = new KafkaProducer<>(sending, new ByteArraySerializer(), new ByteArraySerializer());
        this.consumer = new KafkaConsumer<>(connection, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.admin = Admin.create(connection);
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.REJECTED).stream()
                .map(one -> new TopicPartition(one.topic(), one.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** An assessment that can be screened. */
    static String contact(String number, String reference, String observations) {
        return """
                {"assessmentId": "%s", "sourceSystem": "case-system", "assessedAt": "2026-03-11T10:30:00Z",
                 "youngPerson": {"reference": "%s", "area": "sefton", "ageYears": 14}, "observations": [%s]}
                """.formatted(number, reference, observations);
    }

    static String contact(String number, String reference) {
        return contact(number, reference, "");
    }

    RecordMetadata send(@Nullable String key, String value) {
        return send(key, value.getBytes(StandardCharsets.UTF_8));
    }

    RecordMetadata send(@Nullable String key, byte @Nullable [] value) {
        byte[] bytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        try {
            return producer.send(new ProducerRecord<>(Topics.ASSESSMENTS, bytes, value))
                    .get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was refused of the record that was sent there; waits no longer than a moment for more. */
    List<ConsumerRecord<byte[], byte[]>> refused(RecordMetadata sent) {
        return refused(sent.partition(), sent.offset());
    }

    List<ConsumerRecord<byte[], byte[]>> refused(int partition, long offset) {
        consumer.poll(Duration.ofMillis(200)).records(Topics.REJECTED).forEach(refused::add);
        return refused.stream()
                .filter(one -> header(one, RejectedTopic.PARTITION).equals(String.valueOf(partition)))
                .filter(one -> header(one, RejectedTopic.OFFSET).equals(String.valueOf(offset)))
                .toList();
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(
                Objects.requireNonNull(record.headers().lastHeader(name), name).value(), StandardCharsets.UTF_8);
    }

    /** The offset that the service committed on that partition, 0 for none. */
    long committed(int partition) {
        try {
            OffsetAndMetadata committed = admin.listConsumerGroupOffsets("waymark")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(new TopicPartition(Topics.ASSESSMENTS, partition));
            return committed == null ? 0 : committed.offset();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether an offset is committed behind everything that is on the topic. */
    boolean allCommitted() {
        return consumer.partitionsFor(Topics.ASSESSMENTS).stream()
                .allMatch(one -> committed(one.partition()) == end(one.partition()));
    }

    private long end(int partition) {
        try {
            TopicPartition one = new TopicPartition(Topics.ASSESSMENTS, partition);
            return admin.listOffsets(Map.of(one, OffsetSpec.latest()))
                    .partitionResult(one)
                    .get()
                    .offset();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
        admin.close();
    }
}
