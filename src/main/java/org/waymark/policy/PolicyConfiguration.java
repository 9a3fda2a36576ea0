package org.waymark.policy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.ruleset.check.RuleSetCheck;
import org.waymark.store.Store;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.proof.RuleSetHash;
import org.waymark.trail.proof.RuleSetSource;

/** Keeps in force what the log of rule sets says, and hands out what may be done with versions. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyConfiguration.class);

    /** How often to look at the log: every node serves a new version within five seconds, the compiling included. */
    private static final long EVERY_MILLIS = 1_000;

    @Bean
    PolicyLog policyLog(Trail trail, Pseudonyms pseudonyms, Clock clock) {
        return new PolicyLog(trail, pseudonyms, clock);
    }

    @Bean
    RuleSetArchive ruleSetArchive(Store store) {
        return new RuleSetArchive(store.database());
    }

    @Bean
    RuleSetHash ruleSetHash() {
        return files -> RuleFiles.of(files).hash();
    }

    /** Of files that were changed in the store nothing is given out: whoever verifies an export misses them. */
    @Bean
    RuleSetSource ruleSetSource(RuleSetArchive archive) {
        return hash -> {
            try {
                return archive.files(hash).map(RuleFiles::all);
            } catch (IllegalStateException changed) {
                LOG.error("A rule set is left out of an export: {}", changed.getMessage());
                return Optional.empty();
            }
        };
    }

    /** Nothing is served before a first look: a service without rules says no to everything. */
    @Bean
    Keeper keeper(
            PolicyLog log,
            RuleSetArchive archive,
            RuleSetInForce inForce,
            @Value("${waymark.rules-dir:rules}") String folder)
            throws RuleSetRejected {
        new FirstVersion(log, archive).bringIn(Path.of(folder));
        Keeper keeper = new Keeper(log, new ReadySets(archive::files, new OwnTests()), inForce);
        keeper.look();
        return keeper;
    }

    @Bean
    RuleSetInForce ruleSetInForce() {
        return new RuleSetInForce();
    }

    @Bean
    Policy policy(PolicyLog log, RuleSetArchive archive, Impact impact) {
        return new Policy(log, archive, impact, PolicyConfiguration::faults);
    }

    /** The same check as on the command line. */
    private static List<String> faults(RuleFiles files) {
        return RuleSetCheck.of(files, section -> {}).failed().stream()
                .flatMap(section -> Stream.concat(
                        Stream.of(section.name() + ": " + section.headline()), section.details().stream()))
                .toList();
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService ruleSetWatch(Keeper keeper) {
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "rule-set-watch");
            thread.setDaemon(true);
            return thread;
        });
        watch.scheduleWithFixedDelay(() -> look(keeper), EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return watch;
    }

    /** A look that fails must not be the last one. */
    private static void look(Keeper keeper) {
        try {
            keeper.look();
        } catch (RuntimeException | LinkageError broken) {
            LOG.error("The log of rule sets could not be looked at; what is in force stays", broken);
        }
    }
}
