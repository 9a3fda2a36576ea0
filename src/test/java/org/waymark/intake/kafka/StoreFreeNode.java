package org.waymark.intake.kafka;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.waymark.access.Sharing;
import org.waymark.casework.Engine;
import org.waymark.casework.ForgetfulTrail;
import org.waymark.casework.Screening;
import org.waymark.casework.stream.Accounts;
import org.waymark.casework.stream.InOrder;
import org.waymark.casework.stream.Submissions;
import org.waymark.ruleset.ActiveRules;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.trail.Trails;

/** One instance of the way in, in a process of its own, with the rules of this repository and a trail that forgets. */
final class StoreFreeNode {

    static final String GROUP = "store-free";
    static final String READY = "ready";

    private StoreFreeNode() {}

    /** Takes the address of the broker. One consumer, one worker. */
    public static void main(String[] arguments) {
        Clock clock = Clock.systemUTC();
        RuleSetInForce inForce = new RuleSetInForce();
        inForce.activate(ActiveRules.ruleSet(), clock.instant());
        Accounts accounts = new Accounts();
        Screening screening = new Screening(
                inForce,
                new ForgetfulTrail(),
                Trails.names(),
                clock,
                new Engine("benchmark", "benchmark"),
                accounts,
                Sharing.EVERYBODY);

        KafkaProperties kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(arguments[0]));
        KafkaInSettings settings = new KafkaInSettings(
                GROUP,
                1,
                1,
                50,
                Duration.ofSeconds(60),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                false,
                1,
                1,
                Duration.ofDays(1),
                Duration.ofDays(1));
        ConcurrentMessageListenerContainer<byte[], byte[]> container = AssessmentsContainer.of(
                new DefaultKafkaConsumerFactory<>(KafkaClients.consumer(kafka, kafka::getBootstrapServers, settings)),
                settings.concurrency());
        StreamFigures figures = new StreamFigures(new SimpleMeterRegistry());
        RejectedProducers rejected = new RejectedProducers(
                new DefaultKafkaProducerFactory<>(KafkaClients.producer(kafka, kafka::getBootstrapServers)));
        container.setupMessageListener(new AssessmentsListener(
                new Intake(new Submissions(screening), new RejectedTopic(rejected, clock), container::isRunning),
                new InOrder("store-free", settings.threads(), settings.batchSize()),
                new Pauses(container, figures, clock, settings.longestPause()),
                accounts,
                figures,
                container::isRunning,
                settings.longestBatch()));
        container.start();
        System.out.println(READY);
    }
}
