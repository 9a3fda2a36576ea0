package org.waymark.intake.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.util.backoff.ExponentialBackOff;
import org.waymark.policy.impact.Piece;
import org.waymark.policy.impact.Rescreening;

/**
 * Takes pieces of analyses off their topic, one at a time on each processor, and does them. Where it stands is committed
 * once what was found is kept; a piece that was in hand when a process died comes to another.
 */
final class RescreeningContainer implements SmartLifecycle {

    static final String GROUP = "waymark-rescreening";

    private static final Logger LOG = LoggerFactory.getLogger(RescreeningContainer.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final double LONGER_EACH_TIME = 2;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** Then it is left to whoever leads the analysis, who does it and says what is wrong. */
    private static final Duration TRIED_FOR = Duration.ofMinutes(1);

    /** How long to wait where the broker says that this service may not. */
    private static final Duration ASKED_AGAIN = Duration.ofSeconds(10);

    private final Rescreening rescreening;
    private final ConcurrentMessageListenerContainer<String, String> container;

    RescreeningContainer(KafkaProperties properties, KafkaConnectionDetails broker, Rescreening rescreening) {
        this.rescreening = rescreening;
        ContainerProperties how = new ContainerProperties(Topics.PIECES);
        how.setGroupId(GROUP);
        how.setAckMode(AckMode.RECORD);
        how.setAuthExceptionRetryInterval(ASKED_AGAIN);
        how.setMessageListener((MessageListener<String, String>) this::take);
        this.container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(
                        settings(properties, broker), new StringDeserializer(), new StringDeserializer()),
                how);
        container.setBeanName("rescreening");
        container.setConcurrency(Runtime.getRuntime().availableProcessors());
        container.setCommonErrorHandler(new DefaultErrorHandler(RescreeningContainer::leave, pauses()));
    }

    private static Map<String, Object> settings(KafkaProperties properties, KafkaConnectionDetails broker) {
        Map<String, Object> settings = BrokerConnection.ofConsumer(properties, broker);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // Between two polls lies one piece, so that a rebalance waits for a second or so and never for a batch.
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        return settings;
    }

    private static ExponentialBackOff pauses() {
        ExponentialBackOff pauses = new ExponentialBackOff(FIRST_PAUSE.toMillis(), LONGER_EACH_TIME);
        pauses.setMaxInterval(LONGEST_PAUSE.toMillis());
        pauses.setMaxElapsedTime(TRIED_FOR.toMillis());
        return pauses;
    }

    private void take(ConsumerRecord<String, String> message) {
        Piece piece;
        try {
            piece = Piece.read(message.value());
        } catch (IllegalArgumentException strange) {
            LOG.warn(
                    "What stands at offset {} of partition {} of {} is no piece of an analysis, and is passed over",
                    message.offset(),
                    message.partition(),
                    message.topic());
            return;
        }
        rescreening.take(piece);
    }

    private static void leave(ConsumerRecord<?, ?> message, Exception broken) {
        LOG.error(
                "The piece at offset {} of partition {} of {} could not be done, and is left to whoever leads its analysis",
                message.offset(),
                message.partition(),
                message.topic(),
                broken);
    }

    @Override
    public void start() {
        container.start();
    }

    @Override
    public void stop() {
        container.stop();
    }

    @Override
    public void stop(Runnable stopped) {
        container.stop(stopped);
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }
}
