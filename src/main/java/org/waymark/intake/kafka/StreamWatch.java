package org.waymark.intake.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
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
     * @param trouble why nothing can be read, in words; empty while it can
     */
    record Sight(boolean reachable, Instant since, long lag, String trouble) {}

    /** One look at the broker. */
    interface Look {

        /** Makes what is to be there, and says how many assessments wait. */
        long take() throws Exception;
    }

    private static final String NO_ANSWER = "the broker does not answer";
    private static final String REFUSED = "the broker refuses the sign-in, or a right that is needed";

    private final Look look;
    private final ConcurrentMessageListenerContainer<byte[], byte[]> container;
    private final Clock clock;
    private final Duration every;
    private volatile Sight sight;
    private boolean looked;
    private boolean started;
    private volatile @Nullable ScheduledExecutorService watching;

    StreamWatch(Look look, ConcurrentMessageListenerContainer<byte[], byte[]> container, Clock clock, Duration every) {
        this.look = look;
        this.container = container;
        this.clock = clock;
        this.every = every;
        this.sight = new Sight(false, clock.instant(), 0, NO_ANSWER);
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
            answered(lag);
            keepRunning();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            // Whatever it is: a watch that ended would leave consumers ended, too.
        } catch (Exception | Error failure) {
            failed(failure);
        }
    }

    private void answered(long lag) {
        if (seen(true, lag, "")) {
            LOG.info("the Kafka broker answers");
        }
    }

    /** Names kinds of failures and none of their texts: what a client was set up with could stand in those. */
    private void failed(Throwable failure) {
        String trouble = refused(failure) ? REFUSED : NO_ANSWER;
        if (seen(false, sight.lag(), trouble)) {
            LOG.warn(
                    "no stream can be read: {} ({}); assessments are taken over HTTP meanwhile",
                    trouble,
                    NestedExceptionUtils.getMostSpecificCause(failure)
                            .getClass()
                            .getName());
        }
    }

    private static boolean refused(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof AuthenticationException || one instanceof AuthorizationException) {
                return true;
            }
        }
        return false;
    }

    /** Whether this is not what was seen before. */
    private boolean seen(boolean reachable, long lag, String trouble) {
        Sight before = sight;
        boolean turned = !looked || before.reachable() != reachable;
        looked = true;
        sight = new Sight(reachable, turned ? clock.instant() : before.since(), lag, trouble);
        return turned || !before.trouble().equals(trouble);
    }

    /** Consumers that ended by a failure are started again: each has read no further than what it committed. */
    private void keepRunning() {
        if (wholeAndWell() || !isRunning() || stillEnding()) {
            return;
        }
        if (started) {
            LOG.warn("the consumers of the stream ended, and are started again");
        }
        container.stop();
        container.start();
        started = true;
    }

    /** Fewer consumers than asked for is what a start leaves behind that failed at one of them. */
    private boolean wholeAndWell() {
        return container.isRunning()
                && container.isInExpectedState()
                && container.getContainers().size() == container.getConcurrency();
    }

    /**
     * Whether consumers were told to end and have not yet. One that fails on its way out stops those that were started
     * meanwhile; and consumers stopped before the broker answered them hold up their whole group for a session's length.
     */
    private boolean stillEnding() {
        return !container.isRunning() && container.isChildRunning();
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
