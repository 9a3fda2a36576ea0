package org.waymark.intake.kafka;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.waymark.casework.relay.RelayStart;
import org.waymark.casework.relay.Relaying;
import org.waymark.casework.relay.Relays;

/** Sends what is decided to {@code waymark.decisions}. */
@Configuration(proxyBeanMethods = false)
@WhenKafkaIsOn
class DecisionsOutConfiguration {

    /** A factory that no other sender gets, so that what this one rests on is nobody else's to set. */
    @Bean(destroyMethod = "destroy")
    DecisionsProducers decisionsProducers(KafkaProperties properties, KafkaConnectionDetails broker) {
        return new DecisionsProducers(
                new DefaultKafkaProducerFactory<>(DecisionsProducer.settings(properties, broker)));
    }

    record DecisionsProducers(DefaultKafkaProducerFactory<String, byte[]> factory) {

        void destroy() {
            factory.destroy();
        }
    }

    @Bean
    Relaying relaying(
            @Value("${waymark.kafka.decisions-from:beginning}") String from,
            @Value("${waymark.kafka.create-topics:true}") boolean createTopics,
            DecisionsProducers producers,
            DecisionsTopic topic,
            KafkaAdmin admin,
            Relays relays) {
        NewTopic wanted = topic.wanted();
        Runnable makeTopic = createTopics ? () -> admin.createOrModifyTopics(wanted) : () -> {};
        return relays.to(
                new KafkaDecisions(producers.factory(), new CloudEvents(relays.log()), makeTopic), start(from));
    }

    private static RelayStart start(String from) {
        return Arrays.stream(RelayStart.values())
                .filter(start -> start.code().equals(from.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("waymark.kafka.decisions-from is "
                        + Arrays.stream(RelayStart.values())
                                .map(start -> "`" + start.code() + "`")
                                .collect(Collectors.joining(" or "))
                        + ", not `" + from + "`"));
    }
}
