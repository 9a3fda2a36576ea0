package org.waymark.casework.worklist;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.waymark.store.Lease;
import org.waymark.trail.Entry;
import org.waymark.trail.TrailUnavailable;

/** Keeps the lists up to date, all the time: by what this node records, and the node with the lease by the log. */
final class Following implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    /** From one look at the log to the next. */
    private static final Duration EVERY = Duration.ofMillis(500);

    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Nudges nudges;
    private final Follower follower;
    private final Lease lease;
    private final boolean anew;
    private Thread thread = new Thread();
    private CountDownLatch ending = new CountDownLatch(1);
    private Duration backOff = EVERY;
    private volatile boolean running;
    private volatile @Nullable String trouble;

    /** @param anew whether the lists are made anew at the start */
    Following(Nudges nudges, Follower follower, Lease lease, boolean anew) {
        this.nudges = nudges;
        this.follower = follower;
        this.lease = lease;
        this.anew = anew;
    }

    /** Why the lists are not brought up to date, if they are not. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void run(CountDownLatch end) {
        boolean restart = anew;
        try {
            while (end.getCount() > 0) {
                List<Entry> heard = nudges.take(EVERY);
                try {
                    if (restart) {
                        follower.restart();
                        restart = false;
                    }
                    follower.take(heard);
                    follow(end);
                    well();
                } catch (RuntimeException | Error e) {
                    // What was heard is in the log as well, from which it is taken when this is over.
                    told(e);
                    end.await(backOff.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A page at a time, so that what is heard meanwhile need not wait for a log that is long. */
    private void follow(CountDownLatch end) throws InterruptedException {
        while (end.getCount() > 0 && lease.take() && follower.page()) {
            follower.take(nudges.take(Duration.ZERO));
        }
    }

    private void well() {
        backOff = EVERY;
        if (trouble != null) {
            LOG.info("The lists of decisions are kept up to date again");
            trouble = null;
        }
    }

    private void told(Throwable e) {
        Duration longer = backOff.multipliedBy(2);
        backOff = longer.compareTo(LONGEST_BACK_OFF) < 0 ? longer : LONGEST_BACK_OFF;
        String now = reason(e);
        if (!now.equals(trouble)) {
            LOG.error("The lists of decisions are not kept up to date, and wait: {}", now);
            trouble = now;
        }
    }

    /** Nothing of what an entry holds may be in it. */
    private static String reason(Throwable e) {
        if (e instanceof MongoException || e instanceof TrailUnavailable) {
            return "the store does not answer";
        }
        return e instanceof RulesMissing
                ? "no rule set is in force, by which it is known when a review is due"
                : "a fault of this program (" + e.getClass().getName() + ")";
    }

    @Override
    public void start() {
        CountDownLatch end = new CountDownLatch(1);
        ending = end;
        thread = new Thread(() -> run(end), "waymark-lists");
        thread.setDaemon(true);
        thread.start();
        running = true;
    }

    /** What is left is taken from the log at the next start, or by another node. */
    @Override
    public void stop() {
        ending.countDown();
        try {
            thread.join(PATIENCE.toMillis());
            thread.interrupt();
            thread.join(PATIENCE.toMillis());
            lease.release();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("The lease of the lists ends by itself, as the store does not answer");
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
