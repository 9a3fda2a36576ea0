package org.waymark.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.waymark.assessment.PersonKey;
import org.waymark.casework.relay.DecisionSink.NotAcknowledged;
import org.waymark.casework.relay.Event;
import org.waymark.casework.relay.EventType;
import org.waymark.intake.kafka.DecisionsTopicReader.Seen;

/** What the topic does not take is pointed to, and never dropped. */
@EmbeddedKafka
class KafkaDecisionsTest {

    private static Event event(String id, String reference, int size) {
        String data = "{\"decisionId\":\"" + id + "\",\"x\":\"" + "x".repeat(size) + "\"}";
        Instant at = Instant.parse("2026-03-11T10:30:01.123Z");
        return new Event(id, EventType.PROPOSED, id, new PersonKey("sefton", reference), at, data);
    }

    private static DefaultKafkaProducerFactory<String, byte[]> producers(EmbeddedKafkaBroker broker) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "bootstrap.servers",
                broker.getBrokersAsString(),
                "acks",
                "all",
                "max.request.size",
                1 << 20,
                "key.serializer",
                StringSerializer.class,
                "value.serializer",
                ByteArraySerializer.class));
        return new DefaultKafkaProducerFactory<>(settings);
    }

    @Test
    void an_event_too_large_for_the_producer_or_the_topic_goes_out_without_its_data(EmbeddedKafkaBroker broker) {
        DefaultKafkaProducerFactory<String, byte[]> producers = producers(broker);
        Runnable small = () -> broker.addTopics(
                new NewTopic(Topics.DECISIONS, 2, (short) 1).configs(Map.of("max.message.bytes", "3000")));
        KafkaDecisions sink = new KafkaDecisions(producers, new CloudEvents("a log"), small);
        try (DecisionsTopicReader topic = new DecisionsTopicReader(broker.getBrokersAsString())) {
            sink.send(List.of(event("d1", "P1", 10), event("d2", "P2", 20_000), event("d3", "P3", 2 << 20)));
            assertThat(topic.about("sefton/P1", 1).get(0).event().getData()).isNotNull();
            for (String number : List.of("2", "3")) {
                Seen seen = topic.about("sefton/P" + number, 1).get(0);
                assertThat(seen.event().getData()).isNull();
                assertThat(seen.event().getExtension("dataref")).hasToString("/api/decisions/d" + number);
                assertThat(seen.event().getId()).isEqualTo("d" + number);
                assertThat(seen.event().getSource()).hasToString("/waymark/a%20log");
            }
            smaller(broker);
            assertThatThrownBy(() -> sink.send(List.of(event("d4", "P4", 3000))))
                    .isInstanceOf(NotAcknowledged.class)
                    .hasMessageContaining("max.message.bytes")
                    .hasMessageNotContaining("P4");
        } finally {
            producers.destroy();
        }
    }

    private static void smaller(EmbeddedKafkaBroker broker) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.getBrokersAsString()))) {
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, Topics.DECISIONS);
            var op = new AlterConfigOp(new ConfigEntry("max.message.bytes", "100"), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(resource, List.of(op))).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
