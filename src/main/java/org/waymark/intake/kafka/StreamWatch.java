package org.waymark.intake.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * Waits for the broker without holding up the service, has the topics made, starts the consumers, and from then on looks
 * whether the broker answers and how much waits there.
 */
final class StreamWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StreamWatch.class);

    /**
     * What was seen last.
     *
     * @param reachable whether the broker answered
     * @param since when that was so first
     * @param lag how many assessments wait, as far as is known
     */
    record Sight(boolean reachable, Instant since, long lag) {}

    /** One look at the broker. */
    interface Look {

        /** Makes what is to be there, and says how many assessments wait. */
        long take() throws Exception;
    }

    private final Look look;
    private final ConcurrentMessageListenerContainer<byte[], byte[]> container;
    private final Clock clock;
    private final Duration every;
    private volatile Sight sight;
    private boolean looked;
    private volatile @Nullable ScheduledExecutorService watching;

    StreamWatch(Look look, ConcurrentMessageListenerContainer<byte[], byte[]> container, Clock clock, Duration every) {
        this.look = look;
        this.container = container;
        this.clock = clock;
        this.every = every;
        this.sight = new Sight(false, clock.instant(), 0);
    }

    Sight sight() {
        return sight;
    }

    @Override
    public void start() {
        ScheduledExecutorService starting = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "waymark-stream-watch");
            thread.setDaemon(true);
            return thread;
        });
        watching = starting;
        starting.scheduleWithFixedDelay(this::watch, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void watch() {
        try {
            long lag = look.take();
            seen(true, lag, "");
            keepRunning();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (Exception | LinkageError failure) {
            seen(false, sight.lag(), failure.getClass().getName());
        }
    }

    private void seen(boolean reachable, long lag, String why) {
        Sight before = sight;
        boolean changed = !looked || before.reachable() != reachable;
        looked = true;
        sight = new Sight(reachable, changed ? clock.instant() : before.since(), lag);
        if (changed && reachable) {
            LOG.info("the Kafka broker answers");
        } else if (changed) {
            LOG.warn("the Kafka broker does not answer ({}); assessments are taken over HTTP meanwhile", why);
        }
    }

    /** Consumers that ended by a failure are started again: each has read no further than what it committed. */
    private void keepRunning() {
        if (container.isRunning() && !container.isInExpectedState()) {
            LOG.warn("the consumers of the stream ended, and are started again");
            container.stop();
        }
        if (!container.isRunning() && isRunning()) {
            container.start();
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService stopping = watching;
        watching = null;
        if (stopping != null) {
            stopping.shutdownNow();
            try {
                stopping.awaitTermination(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return watching != null;
    }

    /** Stops before the consumers do, so as not to start them again. */
    @Override
    public int getPhase() {
        return container.getPhase() + 1;
    }
}
