package org.waymark.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker of the fault tests is one that keeps what it acknowledged. */
class BrokerProcessTest {

    @TempDir
    private Path folder;

    @Test
    void whatItAcknowledgedIsThereAfterAKill() throws Exception {
        try (BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"))) {
            Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
            try (KafkaProducer<String, String> producer =
                    new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
                producer.send(new ProducerRecord<>("kept", 0, "key", "value")).get();
                broker.kill();
                broker.restart();
                producer.send(new ProducerRecord<>("kept", 0, "key", "after")).get();
            }
            try (KafkaConsumer<String, String> consumer =
                    new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
                TopicPartition partition = new TopicPartition("kept", 0);
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                assertThat(consumer.poll(Duration.ofSeconds(30)))
                        .extracting("value")
                        .containsExactly("value", "after");
            }
        }
    }
}
