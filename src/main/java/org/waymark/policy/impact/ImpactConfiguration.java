package org.waymark.policy.impact;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.policy.PolicyLog;
import org.waymark.policy.RuleSetArchive;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.store.Store;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;

/** Hands out impact analyses, takes up again those that a stop cut off, and starts what an activation asks for. */
@Configuration(proxyBeanMethods = false)
class ImpactConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ImpactConfiguration.class);
    private static final long LOOKED_EVERY_SECONDS = 10;

    @Bean
    Archive impactArchive(Trail trail, Pseudonyms pseudonyms) {
        return new Archive(trail, pseudonyms);
    }

    /**
     * @param ceilings how many urgent responses a week each area says that it can give, as {@code sefton=40,
     *     knowsley=25}; empty, and no area is held to any
     */
    @Bean
    Rescreening rescreening(
            Store store,
            Archive archive,
            RuleSetArchive versions,
            Pseudonyms pseudonyms,
            @Value("${waymark.policy.ceilings:}") String ceilings) {
        return new Rescreening(
                new AnalysisStore(store.database()),
                new Findings(store.database()),
                archive,
                versions::files,
                pseudonyms,
                Ceilings.of(ceilings));
    }

    /**
     * @param post where there is any, pieces are done by whichever process is free; else by this one
     */
    @Bean
    ImpactAnalyses impactAnalyses(
            Store store,
            Rescreening rescreening,
            ObjectProvider<Post> post,
            Archive archive,
            RuleSetInForce inForce,
            Pseudonyms pseudonyms,
            Clock clock) {
        Findings findings = new Findings(store.database());
        Workers here = new WorkersHere(rescreening::take);
        Post any = post.getIfAvailable();
        return new ImpactAnalyses(
                new AnalysisStore(store.database()),
                findings,
                rescreening,
                any == null ? here : new WorkersElsewhere(any, findings, here, WorkersElsewhere.OVERDUE),
                Piece.ENTRIES,
                archive,
                inForce,
                pseudonyms,
                clock);
    }

    @Bean
    LookBacks lookBacks(PolicyLog log, ImpactAnalyses analyses) {
        return new LookBacks(log, analyses);
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService impactAnalysesWatch(ImpactAnalyses analyses, LookBacks lookBacks, Clock clock) {
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "impact-analyses-watch");
            thread.setDaemon(true);
            return thread;
        });
        watch.scheduleWithFixedDelay(
                () -> look(analyses, lookBacks, clock), LOOKED_EVERY_SECONDS, LOOKED_EVERY_SECONDS, TimeUnit.SECONDS);
        return watch;
    }

    /** A look that fails must not be the last one. */
    private static void look(ImpactAnalyses analyses, LookBacks lookBacks, Clock clock) {
        try {
            analyses.resume();
            lookBacks.look(clock.instant());
        } catch (RuntimeException broken) {
            LOG.error("Impact analyses that were cut off, or are due, could not be looked for", broken);
        }
    }
}
