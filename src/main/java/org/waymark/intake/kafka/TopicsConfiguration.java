package org.waymark.intake.kafka;

import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/** The topics, as they are made where they are not there. One that is there is left as it is, but for partitions that it lacks. */
@Configuration(proxyBeanMethods = false)
@WhenKafkaIsOn
class TopicsConfiguration {

    @Bean
    NewTopic assessmentsTopic(KafkaInSettings settings) {
        return topic(Topics.ASSESSMENTS, settings)
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(KafkaClients.LARGEST_ASSESSMENT))
                .config(TopicConfig.RETENTION_MS_CONFIG, millis(settings.assessmentsRetention()))
                .build();
    }

    @Bean
    NewTopic rejectedTopic(KafkaInSettings settings) {
        return topic(Topics.REJECTED, settings)
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(KafkaClients.LARGEST_REJECTED))
                .config(TopicConfig.RETENTION_MS_CONFIG, millis(settings.rejectedRetention()))
                .build();
    }

    /** Made with the others, before the first decision: whoever listens there may come first. */
    @Bean
    NewTopic decisionsOut(DecisionsTopic decisions) {
        return decisions.wanted();
    }

    private static TopicBuilder topic(String name, KafkaInSettings settings) {
        return TopicBuilder.name(name).partitions(settings.partitions()).replicas(settings.replicas());
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
