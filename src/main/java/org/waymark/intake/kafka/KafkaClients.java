package org.waymark.intake.kafka;

import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** How the clients of the stream are set: what may be tuned by {@code spring.kafka.*}, and what may not. */
final class KafkaClients {

    private static final int MIB = 1024 * 1024;

    /** Larger than what is read, so that what is too large by little is told so, rather than kept out unexplained. */
    static final int LARGEST_ASSESSMENT = 2 * MIB;

    /** So large that an assessment of any size that its topic takes fits in with its problem. */
    static final int LARGEST_REJECTED = 2 * LARGEST_ASSESSMENT;

    private KafkaClients() {}

    static Map<String, Object> consumer(
            KafkaProperties properties, KafkaConnectionDetails broker, KafkaInSettings settings) {
        Map<String, Object> consumer = BrokerConnection.ofConsumer(properties, broker);
        consumer.putIfAbsent(ConsumerConfig.CLIENT_ID_CONFIG, "waymark-in");
        patient(consumer);
        consumer.putIfAbsent(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 * MIB);
        consumer.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
        consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchSize());
        // A batch takes its time and what one record takes: waits for the store, and for the broker to take a refusal.
        consumer.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int)
                settings.longestBatch().multipliedBy(3).plusMinutes(3).toMillis());
        consumer.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // A group that is new begins with what is there already.
        consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        consumer.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        consumer.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return consumer;
    }

    static Map<String, Object> producer(KafkaProperties properties, KafkaConnectionDetails broker) {
        Map<String, Object> producer = BrokerConnection.ofProducer(properties, broker);
        producer.put(ProducerConfig.CLIENT_ID_CONFIG, "waymark-rejected");
        patient(producer);
        producer.put(ProducerConfig.ACKS_CONFIG, "all");
        producer.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        producer.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        producer.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REJECTED);
        // Whoever waits for it pauses then, and tries again: no longer than the consumer may be away.
        producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        producer.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 15_000);
        producer.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        producer.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        producer.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        producer.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return producer;
    }

    /** A broker that is gone is not called twenty times a second. */
    private static void patient(Map<String, Object> client) {
        client.putIfAbsent(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000);
    }
}
