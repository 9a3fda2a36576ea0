package org.waymark.casework.relay;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.waymark.casework.relay.DecisionSink.NotAcknowledged;
import org.waymark.store.Lease;
import org.waymark.trail.TrailUnavailable;

/** Passes on what is recorded, all the time, on whichever node holds the lease. */
public final class Relaying implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Relaying.class);

    /** From one look for something new to the next. */
    private static final Duration EVERY = Duration.ofMillis(300);

    /** The longest wait before it is tried again. */
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(15);

    /** How often it is looked how much is left, where that is not plain. */
    private static final Duration MEASURED_EVERY = Duration.ofSeconds(5);

    /** How long the page that is on its way may take when the service ends. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Lease lease;
    private final Relay relay;
    private final RelayLag.Meter meter;
    private final RelayCounts counts;
    private final Clock clock;
    private Thread thread = new Thread();
    private CountDownLatch ending = new CountDownLatch(1);
    private Instant measured = Instant.EPOCH;
    private Duration pause = EVERY;
    private volatile boolean running;
    private volatile boolean holder;
    private volatile RelayLag lag = RelayLag.NONE;
    private volatile @Nullable String trouble;

    Relaying(Lease lease, Relay relay, RelayLag.Meter meter, RelayCounts counts, Clock clock) {
        this.lease = lease;
        this.relay = relay;
        this.meter = meter;
        this.counts = counts;
        this.clock = clock;
    }

    /** Whether it is this node that passes on. */
    public boolean holdsLease() {
        return holder;
    }

    /** How many entries of the log are not passed on yet, as this node saw it last. */
    public long lag() {
        return lag.leaves();
    }

    /** How long ago the oldest of them was recorded; zero where there is none. */
    public Duration oldest() {
        Instant oldest = lag.oldest();
        Duration age = oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** Why nothing is passed on, if this node has tried and could not. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** How many events of a type this node sent, repeats too. */
    public long sent(EventType type) {
        return counts.sentOf(type);
    }

    /** How many entries it left out because they are erased. */
    public long passedOver() {
        return counts.passedOver();
    }

    /** Looks, and passes on what there is. */
    void work() {
        try {
            relay.begin();
            boolean all = false;
            holder = lease.take();
            while (holder && !all && !ended()) {
                all = !relay.page();
                measure(all);
                holder = lease.take();
            }
            measure(all);
            well();
        } catch (RuntimeException | Error e) {
            told(reason(e));
            giveWay();
        }
    }

    private boolean ended() {
        return ending.getCount() == 0;
    }

    private void measure(boolean all) {
        Instant now = clock.instant();
        if (all) {
            lag = RelayLag.NONE;
        } else if (measured.plus(MEASURED_EVERY).isBefore(now)) {
            measured = now;
            lag = meter.look();
        }
    }

    private void well() {
        pause = EVERY;
        if (trouble != null) {
            LOG.info("Decisions are passed on again");
            trouble = null;
        }
    }

    private void told(String now) {
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_BACK_OFF) < 0 ? longer : LONGEST_BACK_OFF;
        if (!now.equals(trouble)) {
            LOG.error("Decisions are not passed on, and wait: {}", now);
            trouble = now;
        }
    }

    /** Nothing of what an entry holds may be in it. */
    private static String reason(Throwable e) {
        if (e instanceof MongoException) {
            return "the store does not answer";
        }
        boolean ours =
                e instanceof NotAcknowledged || e instanceof TrailUnavailable || e instanceof IllegalStateException;
        return ours
                ? String.valueOf(e.getMessage())
                : "a fault of this program (" + e.getClass().getName() + ")";
    }

    /** Another node may reach what this one does not. */
    private void giveWay() {
        try {
            release();
            measure(false);
        } catch (RuntimeException e) {
            // The store is what does not answer; the lease ends by itself.
            LOG.debug("The lease was not given back: {}", e.getClass().getName());
        }
    }

    private void release() {
        if (holder) {
            lease.release();
            holder = false;
        }
    }

    private void run(CountDownLatch end) {
        try {
            do {
                work();
            } while (!end.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        CountDownLatch end = new CountDownLatch(1);
        ending = end;
        thread = new Thread(() -> run(end), "waymark-relay");
        thread.setDaemon(true);
        thread.start();
        running = true;
    }

    /** The page that is on its way goes out, or is given up; what is left is passed on by another, or at the next start. */
    @Override
    public void stop() {
        ending.countDown();
        try {
            thread.join(PATIENCE.toMillis());
            thread.interrupt();
            thread.join(PATIENCE.toMillis());
            release();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("The lease of the relay ends by itself, as the store does not answer");
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
