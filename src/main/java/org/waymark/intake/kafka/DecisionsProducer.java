package org.waymark.intake.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** How decisions are sent: by the settings under {@code spring.kafka}, but for what at least once rests on. */
final class DecisionsProducer {

    /** The largest event that is sent whole, in bytes: twice what an entry can hold. */
    static final int LARGEST = 8 << 20;

    /** How long the broker may take over one event, retries and all. */
    static final Duration DELIVERY = Duration.ofSeconds(30);

    private static final Duration ONE_REQUEST = Duration.ofSeconds(10);

    private DecisionsProducer() {}

    static Map<String, Object> settings(KafkaProperties properties, KafkaConnectionDetails broker) {
        Map<String, Object> settings = BrokerConnection.ofProducer(properties, broker);
        settings.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "waymark-decisions");
        settings.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) ONE_REQUEST.toMillis());
        settings.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ONE_REQUEST.toMillis());
        settings.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
        settings.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST);
        settings.putIfAbsent(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return settings;
    }
}
