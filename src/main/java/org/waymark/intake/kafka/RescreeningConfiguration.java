package org.waymark.intake.kafka;

import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.waymark.policy.impact.Rescreening;

/** Spreads analyses over all instances, where a broker is named. */
@Configuration(proxyBeanMethods = false)
@WhenKafkaIsOn
class RescreeningConfiguration {

    /** A piece is waited for some minutes: who comes after a day finds that nobody wants it. */
    private static final Duration KEPT = Duration.ofDays(1);

    /**
     * @param partitions no more instances' processors than these do pieces at one time
     * @param replicas on so many brokers; -1 for what the broker has by default
     */
    @Bean
    NewTopic piecesTopic(
            @Value("${waymark.kafka.partitions:12}") int partitions,
            @Value("${waymark.kafka.replicas:-1}") int replicas) {
        return TopicBuilder.name(Topics.PIECES)
                .partitions(partitions)
                .replicas(replicas)
                .config(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(KEPT.toMillis()))
                .build();
    }

    @Bean
    RescreeningPost rescreeningPost(KafkaProperties properties, KafkaConnectionDetails broker) {
        return new RescreeningPost(properties, broker);
    }

    @Bean
    RescreeningContainer rescreeningContainer(
            KafkaProperties properties, KafkaConnectionDetails broker, Rescreening rescreening) {
        return new RescreeningContainer(properties, broker, rescreening);
    }
}
