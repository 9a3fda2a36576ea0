package org.waymark.intake.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The topic of decisions, as it is made where it is not there. One that is there is left as it is. */
@Component
@WhenKafkaIsOn
final class DecisionsTopic {

    /** What an event takes beside what it holds. */
    private static final int ENVELOPE = 64 << 10;

    private final int partitions;
    private final short replicas;
    private final Duration retention;

    DecisionsTopic(
            @Value("${waymark.kafka.partitions:12}") int partitions,
            @Value("${waymark.kafka.replicas:-1}") short replicas,
            @Value("${waymark.kafka.decisions-retention:14d}") Duration retention) {
        this.partitions = partitions;
        this.replicas = replicas;
        this.retention = retention;
    }

    NewTopic wanted() {
        Optional<Short> copies = replicas < 0 ? Optional.empty() : Optional.of(replicas);
        return new NewTopic(Topics.DECISIONS, Optional.of(partitions), copies)
                .configs(Map.of(
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        String.valueOf(DecisionsProducer.LARGEST + ENVELOPE),
                        TopicConfig.RETENTION_MS_CONFIG,
                        String.valueOf(retention.toMillis())));
    }
}
