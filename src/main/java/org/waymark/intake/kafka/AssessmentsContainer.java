package org.waymark.intake.kafka;

import java.time.Duration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** The consumers of this instance, as they must be set so that nothing is lost. */
final class AssessmentsContainer {

    private AssessmentsContainer() {}

    static ConcurrentMessageListenerContainer<byte[], byte[]> of(
            ConsumerFactory<byte[], byte[]> consumers, int concurrency) {
        ContainerProperties properties = new ContainerProperties(Topics.ASSESSMENTS);
        properties.setAckMode(AckMode.MANUAL_IMMEDIATE);
        properties.setMissingTopicsFatal(false);
        properties.setIdleEventInterval(Duration.ofSeconds(5).toMillis());
        properties.setAuthExceptionRetryInterval(Duration.ofSeconds(30));
        properties.setShutdownTimeout(Duration.ofSeconds(15).toMillis());
        ConcurrentMessageListenerContainer<byte[], byte[]> container =
                new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName("waymark-in");
        container.setConcurrency(concurrency);
        // The watch starts them, once the broker answers.
        container.setAutoStartup(false);
        container.setCommonErrorHandler(neverGivingUp());
        return container;
    }

    /** For a commit that fails: the batch is done again, however often. The usual handler skips it after ten times. */
    private static DefaultErrorHandler neverGivingUp() {
        ExponentialBackOff backOff = new ExponentialBackOff(500, 2);
        backOff.setMaxInterval(Duration.ofSeconds(10).toMillis());
        return new DefaultErrorHandler(
                (record, failure) -> {
                    throw new IllegalStateException("no record is skipped", failure);
                },
                backOff);
    }
}
