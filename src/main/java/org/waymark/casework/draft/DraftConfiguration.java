package org.waymark.casework.draft;

import com.google.crypto.tink.Aead;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.trail.Pseudonyms;

/** Hands out drafts, and deletes those past their time: at the start, and every hour. */
@Configuration(proxyBeanMethods = false)
class DraftConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DraftConfiguration.class);

    @Bean
    FormDrafts formDrafts(
            MongoDatabase database,
            Aead master,
            Pseudonyms pseudonyms,
            @Value("${waymark.drafts.keep:30d}") Duration keep,
            Clock clock) {
        return new FormDrafts(database, master, pseudonyms, keep, clock);
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService draftsWatch(FormDrafts drafts) {
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "drafts-watch");
            thread.setDaemon(true);
            return thread;
        });
        watch.scheduleWithFixedDelay(() -> tidy(drafts), 0, 1, TimeUnit.HOURS);
        return watch;
    }

    /** One that fails must not be the last one. */
    private static void tidy(FormDrafts drafts) {
        try {
            long gone = drafts.tidy();
            if (gone > 0) {
                LOG.info("Forms that were not finished and past their time were deleted: {}", gone);
            }
        } catch (RuntimeException broken) {
            LOG.error("Drafts past their time could not be deleted; it is tried again: {}", broken.getMessage());
        }
    }
}
