package org.waymark.casework.nightly;

import com.mongodb.client.MongoDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.casework.Replays;
import org.waymark.trail.Trail;
import org.waymark.trail.sealing.SealedLog;

/** Looks again and again whether decisions are to be replayed, behind everything else that the service does. */
@Configuration(proxyBeanMethods = false)
class NightlyConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyConfiguration.class);
    private static final Duration LOOKED_EVERY = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(20);

    @Bean
    NightlyReplay nightlyReplay(
            @Value("${waymark.replay.every:1d}") Duration every,
            @Value("${waymark.replay.sample:200}") int sample,
            Replays replays,
            Trail trail,
            SealedLog log,
            MongoDatabase database,
            Clock clock) {
        return new NightlyReplay(
                new NightlyReplay.Plan(every, sample, PAUSE),
                replays::again,
                trail,
                new SealedLeaves(log),
                new ReplayReports(database),
                new SecureRandom(),
                clock);
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService nightlyReplayWatch(
            NightlyReplay nightly, @Value("${waymark.replay.every:1d}") Duration every) {
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "replay");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        });
        if (!nightly.off()) {
            long pause = Math.min(LOOKED_EVERY.toMillis(), every.toMillis());
            watch.scheduleWithFixedDelay(() -> look(nightly), pause, pause, TimeUnit.MILLISECONDS);
        }
        return watch;
    }

    /** A look that fails must not be the last one. */
    private static void look(NightlyReplay nightly) {
        try {
            nightly.look();
        } catch (RuntimeException | LinkageError broken) {
            LOG.error("Recorded decisions could not be replayed; it is tried again: {}", broken.toString());
        }
    }

    private record SealedLeaves(SealedLog log) implements LeafSample.Leaves {

        @Override
        public long size() {
            return log.size();
        }

        @Override
        public Optional<String> entry(long leaf) {
            return log.entry(leaf);
        }
    }
}
