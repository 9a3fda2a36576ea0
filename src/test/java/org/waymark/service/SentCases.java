package org.waymark.service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * A case system that pushes assessments, patiently: what it is not told has arrived it sends again. It remembers what it
 * sent, so that all of it can be counted in the end.
 */
final class SentCases implements AutoCloseable {

    static final String TOPIC = "waymark.assessments";

    private final KafkaProducer<byte[], byte[]> producer;

    /** Guarded by this object, as the pushing goes on while a fault is made. */
    private final Set<Case> cases = new HashSet<>();

    private final List<Future<RecordMetadata>> deliveries = new ArrayList<>();
    private final List<Future<RecordMetadata>> poisoned = new ArrayList<>();

    SentCases(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                2 << 20,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                180_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                240_000);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends a case that is to be recorded; the same again is a repeat. */
    synchronized void send(Case one) {
        cases.add(one);
        deliveries.add(producer.send(new ProducerRecord<>(TOPIC, one.key(), one.body())));
    }

    /** Sends a repeat by another way than its young person's: to that partition, without a key. */
    synchronized void sendAstray(Case one, int partition) {
        cases.add(one);
        deliveries.add(producer.send(new ProducerRecord<>(TOPIC, partition, null, one.body())));
    }

    /** Sends what is to be rejected. */
    synchronized void sendPoison(byte[] key, byte @Nullable [] value) {
        poisoned.add(producer.send(new ProducerRecord<>(TOPIC, key, value)));
    }

    /** All cases that arrived at the broker; waits for those that are on their way. */
    synchronized Set<Case> cases() throws InterruptedException, ExecutionException {
        for (Future<RecordMetadata> delivery : deliveries) {
            delivery.get();
        }
        return Set.copyOf(cases);
    }

    /** How many deliveries there were, repeats too. */
    synchronized int delivered() {
        return deliveries.size();
    }

    /** Where what is to be rejected arrived, as partition and offset. */
    synchronized Set<String> poison() throws InterruptedException, ExecutionException {
        Set<String> places = new HashSet<>();
        for (Future<RecordMetadata> one : poisoned) {
            RecordMetadata place = one.get();
            places.add(place.partition() + "/" + place.offset());
        }
        return places;
    }

    @Override
    public void close() {
        producer.close();
    }
}
