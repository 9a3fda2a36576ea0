package org.waymark.intake.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.waymark.casework.stream.Accounts;
import org.waymark.casework.stream.InOrder;
import org.waymark.casework.stream.Submissions;

/** Puts the way in together, where a broker is named. */
@Configuration(proxyBeanMethods = false)
@WhenKafkaIsOn
@EnableConfigurationProperties(KafkaInSettings.class)
class KafkaInConfiguration {

    @Bean
    StreamFigures streamFigures(MeterRegistry registry) {
        return new StreamFigures(registry);
    }

    @Bean(destroyMethod = "close")
    InOrder streamWorkers(KafkaInSettings settings) {
        return new InOrder("waymark-stream", settings.threads(), settings.batchSize());
    }

    /** Not a bean that others could take for theirs: what it does not say must not be said by it. */
    @Bean(destroyMethod = "destroy")
    RejectedProducers rejectedProducers(KafkaProperties properties, KafkaConnectionDetails broker) {
        return new RejectedProducers(new DefaultKafkaProducerFactory<>(KafkaClients.producer(properties, broker)));
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> assessmentsContainer(
            KafkaProperties properties,
            KafkaConnectionDetails broker,
            KafkaInSettings settings,
            ObjectProvider<DefaultKafkaConsumerFactoryCustomizer> customizers) {
        DefaultKafkaConsumerFactory<byte[], byte[]> consumers =
                new DefaultKafkaConsumerFactory<>(KafkaClients.consumer(properties, broker, settings));
        customizers.orderedStream().forEach(customizer -> customizer.customize(consumers));
        return AssessmentsContainer.of(consumers, settings.concurrency());
    }

    @Bean(destroyMethod = "close")
    Pauses pauses(
            ConcurrentMessageListenerContainer<byte[], byte[]> container,
            StreamFigures figures,
            Clock clock,
            KafkaInSettings settings) {
        return new Pauses(container, figures, clock, settings.longestPause());
    }

    @Bean
    ApplicationListener<ListenerContainerIdleEvent> idleStream(Pauses pauses) {
        return idle -> pauses.idle();
    }

    @Bean
    AssessmentsListener assessmentsListener(
            ConcurrentMessageListenerContainer<byte[], byte[]> container,
            Submissions submissions,
            RejectedProducers producers,
            InOrder workers,
            Pauses pauses,
            Accounts accounts,
            StreamFigures figures,
            Clock clock,
            KafkaInSettings settings) {
        Intake intake = new Intake(submissions, new RejectedTopic(producers, clock), container::isRunning);
        AssessmentsListener listener = new AssessmentsListener(
                intake, workers, pauses, accounts, figures, container::isRunning, settings.longestBatch());
        container.setupMessageListener(listener);
        return listener;
    }

    @Bean(destroyMethod = "close")
    Admin streamAdmin(KafkaAdmin topics) {
        return Admin.create(topics.getConfigurationProperties());
    }

    @Bean
    StreamWatch streamWatch(
            KafkaAdmin topics,
            Admin admin,
            AssessmentsListener listenerFirst,
            ConcurrentMessageListenerContainer<byte[], byte[]> container,
            Clock clock,
            KafkaInSettings settings) {
        TopicsAndLag look = new TopicsAndLag(topics, settings.createTopics(), new Lag(admin, settings.group()));
        return new StreamWatch(look, container, clock, settings.watchEvery());
    }

    @Bean
    StreamHealthIndicator streamHealthIndicator(StreamWatch watch, Pauses pauses) {
        return new StreamHealthIndicator(watch, pauses);
    }

    @Bean
    MeterBinder streamGauges(StreamWatch watch, Pauses pauses) {
        return registry -> {
            Gauge.builder("waymark.stream.paused", pauses, one -> one.now().isPresent() ? 1 : 0)
                    .description("1 while the stream pauses")
                    .register(registry);
            Gauge.builder("waymark.stream.lag", watch, one -> one.sight().lag())
                    .description("Assessments that wait on the topic, for all instances together")
                    .register(registry);
            Gauge.builder("waymark.stream.reachable", watch, one -> one.sight().reachable() ? 1 : 0)
                    .description("1 while the broker answers")
                    .register(registry);
        };
    }
}
