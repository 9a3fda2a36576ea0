package org.waymark.intake.kafka;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.waymark.casework.relay.DecisionSink;
import org.waymark.casework.relay.Event;

/**
 * Sends events to {@code waymark.decisions}, and waits until every replica in sync has them.
 *
 * <p>It uses the producer itself, as what is laid over it logs the key and the text of what could not be sent.
 */
final class KafkaDecisions implements DecisionSink {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaDecisions.class);

    private final ProducerFactory<String, byte[]> producers;
    private final CloudEvents form;
    private final Runnable makeTopic;
    private boolean topicSeen;

    /** @param makeTopic sees that the topic is there, or throws where that cannot be seen to now */
    KafkaDecisions(ProducerFactory<String, byte[]> producers, CloudEvents form, Runnable makeTopic) {
        this.producers = producers;
        this.form = form;
        this.makeTopic = makeTopic;
    }

    @Override
    public void send(List<Event> events) {
        seeToTopic();
        // Closing hands it back to the factory, which keeps it or, where it is broken, makes another next time.
        try (Producer<String, byte[]> producer = producers.createProducer()) {
            List<Event> tooLarge = new ArrayList<>();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            events.forEach(event -> sent.add(producer.send(record(event, form.whole(event)))));
            for (int i = 0; i < sent.size(); i++) {
                if (!arrived(sent.get(i))) {
                    tooLarge.add(events.get(i));
                }
            }
            for (Event event : tooLarge) {
                pointTo(event, producer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAcknowledged("the service ends");
        } catch (KafkaException e) {
            throw notAcknowledged(e);
        }
    }

    private void pointTo(Event event, Producer<String, byte[]> producer) throws InterruptedException {
        LOG.warn(
                "The event {} is too large for `{}`, and went out without its data: it can be read at /api/decisions/{}",
                event.id(),
                Topics.DECISIONS,
                event.decisionId());
        if (!arrived(producer.send(record(event, form.withoutData(event))))) {
            throw new NotAcknowledged("`" + Topics.DECISIONS
                    + "` does not even take an event without its data; make its max.message.bytes larger");
        }
    }

    /** Where it cannot be seen to, sending says what is wrong: not everybody who may write may look at topics. */
    private void seeToTopic() {
        if (!topicSeen) {
            try {
                makeTopic.run();
                topicSeen = true;
            } catch (RuntimeException e) {
                LOG.debug("The topic was not seen to: {}", e.getClass().getName());
            }
        }
    }

    /** Whether it did; false where it was too large. */
    private static boolean arrived(Future<RecordMetadata> sent) throws InterruptedException {
        try {
            sent.get();
            return true;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof RecordTooLargeException) {
                return false;
            }
            throw notAcknowledged(Optional.ofNullable(cause).orElse(e));
        }
    }

    private static NotAcknowledged notAcknowledged(Throwable e) {
        return new NotAcknowledged("the broker has not acknowledged what was sent to `" + Topics.DECISIONS + "` ("
                + e.getClass().getSimpleName() + ")");
    }

    private static ProducerRecord<String, byte[]> record(Event event, byte[] body) {
        String key = event.youngPerson().area() + "/" + event.youngPerson().reference();
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.DECISIONS, key, body);
        record.headers().add("content-type", CloudEvents.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
