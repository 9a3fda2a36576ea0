package org.waymark.intake.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Pauses the stream while nothing can be settled: its consumers stay in the group and poll, and get nothing. After a
 * while, longer each time, it is tried again with the same records.
 */
final class Pauses implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pauses.class);

    /** How long nobody has anything to do before a pause is taken to be over without a try. */
    private static final Duration IDLE = Duration.ofSeconds(5);

    /**
     * A pause.
     *
     * @param since when the first record could not be settled
     */
    record Pause(PauseReason reason, Instant since) {}

    private final MessageListenerContainer container;
    private final StreamFigures figures;
    private final Clock clock;
    private final ExponentialBackOff backOff;
    private final ScheduledExecutorService resuming = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "waymark-stream-resume");
        thread.setDaemon(true);
        return thread;
    });
    private BackOffExecution waits;
    private long lastFailure;
    private long lastResume;
    private int atWork;
    private @Nullable Pause pause;

    /**
     * @param longest how long it waits between two tries, at most
     */
    Pauses(MessageListenerContainer container, StreamFigures figures, Clock clock, Duration longest) {
        this.container = container;
        this.figures = figures;
        this.clock = clock;
        this.backOff = new ExponentialBackOff(Math.min(500, longest.toMillis()), 2);
        backOff.setMaxInterval(longest.toMillis());
        this.waits = backOff.start();
    }

    /** A batch is begun. */
    synchronized Attempt begin() {
        atWork++;
        return new Attempt(System.nanoTime());
    }

    /** The pause that lasts, through its tries, until a batch is settled. */
    synchronized Optional<Pause> now() {
        return Optional.ofNullable(pause);
    }

    /** No consumer had anything to do: what could not be settled went elsewhere with its partition. */
    synchronized void idle() {
        boolean tried = atWork == 0 && !container.isPauseRequested();
        if (tried && System.nanoTime() - lastResume > IDLE.toNanos()) {
            over();
        }
    }

    private synchronized void failed(PauseReason reason) {
        lastFailure = System.nanoTime();
        if (pause == null || pause.reason() != reason) {
            pause = new Pause(reason, clock.instant());
            figures.paused(reason);
            LOG.warn(
                    "the stream pauses: {}. Nothing is lost: it goes on by itself with the same records",
                    reason.words());
        }
        if (!container.isPauseRequested()) {
            container.pause();
            resuming.schedule(this::resume, waits.nextBackOff(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void resume() {
        lastResume = System.nanoTime();
        container.resume();
    }

    private synchronized void worked(long begun) {
        if (begun - lastFailure > 0) {
            over();
        }
    }

    private void over() {
        if (pause != null) {
            pause = null;
            waits = backOff.start();
            LOG.info("the stream goes on");
        }
    }

    private synchronized void end() {
        atWork--;
    }

    @Override
    public void close() {
        resuming.shutdownNow();
    }

    /** The work on one batch. */
    final class Attempt {

        private final long begun;

        private Attempt(long begun) {
            this.begun = begun;
        }

        /** It could not be settled: the stream pauses. */
        void failed(PauseReason reason) {
            Pauses.this.failed(reason);
        }

        /** It could, unlike what was begun before it: the pause is over. */
        void worked() {
            Pauses.this.worked(begun);
        }

        void end() {
            Pauses.this.end();
        }
    }
}
