package org.waymark.intake.kafka;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.waymark.policy.impact.Piece;
import org.waymark.policy.impact.Post;

/** Puts pieces of analyses on their topic. Its producer is its own: what it does not wait for, others must. */
final class RescreeningPost implements Post, AutoCloseable {

    /** What cannot be sent soon is done by whoever sends it, so nothing is gained by trying for long. */
    private static final int BLOCKED_MILLIS = 5_000;

    private static final int DELIVERED_WITHIN_MILLIS = 30_000;
    private static final int REQUEST_MILLIS = 10_000;

    private final DefaultKafkaProducerFactory<String, String> producers;
    private final KafkaTemplate<String, String> template;

    RescreeningPost(KafkaProperties properties, KafkaConnectionDetails broker) {
        Map<String, Object> settings = BrokerConnection.ofProducer(properties, broker);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCKED_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERED_WITHIN_MILLIS);
        this.producers = new DefaultKafkaProducerFactory<>(settings, new StringSerializer(), new StringSerializer());
        this.template = new KafkaTemplate<>(producers);
    }

    @Override
    public CompletableFuture<?> send(Piece piece) {
        try {
            return template.send(Topics.PIECES, piece.id(), piece.json());
        } catch (KafkaException | org.springframework.kafka.KafkaException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    @Override
    public void close() {
        producers.destroy();
    }
}
