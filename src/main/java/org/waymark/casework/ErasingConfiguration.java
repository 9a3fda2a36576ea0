package org.waymark.casework;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.waymark.casework.retention.RetentionSchedule;
import org.waymark.trail.Erasing;
import org.waymark.trail.Forgets;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.keys.PersonKeys;

/** Hands out erasing, and brings to their end erasures that were cut off: at the start, and every half minute. */
@Configuration(proxyBeanMethods = false)
class ErasingConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ErasingConfiguration.class);
    private static final long RESUMED_EVERY_SECONDS = 30;

    /** @param forgetful all who keep something elsewhere of what is recorded */
    @Bean
    Erasing erasing(
            MongoDatabase database,
            Trail trail,
            PersonKeys keys,
            Pseudonyms pseudonyms,
            ObjectProvider<Forgets> forgetful) {
        return new Erasing(
                database,
                trail,
                keys,
                (entry, decisionId) -> ActEntries.belongs(entry, decisionId, pseudonyms),
                erased -> forgetful.orderedStream().forEach(one -> one.forget(erased)));
    }

    @Bean
    Erasures erasures(Trail trail, Erasing erasing, Pseudonyms pseudonyms, Clock clock) {
        return new Erasures(trail, erasing, pseudonyms, clock);
    }

    @Bean
    Retention retention(Trail trail, Environment settings, Clock clock) {
        return new Retention(trail, RetentionSchedule.of(settings::getProperty), clock);
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService erasingWatch(Erasing erasing) {
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "erasing-watch");
            thread.setDaemon(true);
            return thread;
        });
        watch.scheduleWithFixedDelay(() -> resume(erasing), 0, RESUMED_EVERY_SECONDS, TimeUnit.SECONDS);
        return watch;
    }

    /** A look that fails must not be the last one. */
    private static void resume(Erasing erasing) {
        try {
            erasing.resume();
        } catch (RuntimeException broken) {
            LOG.error("Erasures that were cut off could not be brought to their end: {}", broken.getMessage());
        }
    }
}
