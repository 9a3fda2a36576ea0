package org.waymark.casework;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.access.Sharing;
import org.waymark.casework.stream.Accounts;
import org.waymark.casework.stream.Bulk;
import org.waymark.casework.stream.Submissions;
import org.waymark.casework.worklist.Folds;
import org.waymark.ruleset.PastVersions;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.ruleset.RuleSetReader;
import org.waymark.ruleset.RuleSetVersions;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;

/** Puts the rule set of the rules folder in force, and hands out the one way to screen. */
@Configuration(proxyBeanMethods = false)
class CaseworkConfiguration {

    /** How many versions that are not in force are kept compiled. */
    private static final int PAST_VERSIONS = 2;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Screening screening(
            RuleSetInForce inForce,
            Trail trail,
            Pseudonyms pseudonyms,
            Clock clock,
            Accounts accounts,
            Sharing sharing,
            ObjectProvider<BuildProperties> build) {
        BuildProperties properties = build.getIfAvailable();
        String version = properties == null ? "unknown" : String.valueOf(properties.getVersion());
        Engine engine = new Engine(version, RuleSetReader.engineVersion());
        return new Screening(inForce, trail, pseudonyms, clock, engine, accounts, sharing);
    }

    @Bean
    Accounts accounts() {
        return new Accounts();
    }

    @Bean
    Submissions submissions(Screening screening) {
        return new Submissions(screening);
    }

    /** @param threads more than processors: most of a durable write is waiting for the disk */
    @Bean
    Bulk bulk(Submissions submissions, Accounts accounts, @Value("${waymark.bulk.threads:16}") int threads) {
        return new Bulk(submissions, accounts, threads);
    }

    @Bean
    PastVersions pastVersions(RuleSetVersions versions) {
        return new PastVersions(versions, PAST_VERSIONS);
    }

    @Bean
    Explanations explanations(RuleSetInForce inForce, PastVersions past, Trail trail) {
        return new Explanations(inForce, past, trail);
    }

    @Bean
    Replays replays(RuleSetInForce inForce, PastVersions past, Trail trail, Pseudonyms pseudonyms, Sharing sharing) {
        return new Replays(inForce, past, trail, pseudonyms, sharing);
    }

    @Bean
    Records records(Trail trail, Reading reading, Explanations explanations, Replays replays, Clocks clocks) {
        return new Records(trail, reading, explanations, replays, clocks);
    }

    @Bean
    Folds listedDecisions(Clocks clocks) {
        return new ListedDecisions(clocks);
    }

    @Bean
    Reading reading(Trail trail, Pseudonyms pseudonyms, Clock clock) {
        return new Reading(trail, pseudonyms, clock);
    }

    @Bean
    SubjectAccess subjectAccess(RuleSetInForce inForce, Reading reading) {
        return new SubjectAccess(inForce, reading);
    }

    @Bean
    LegalHolds legalHolds(Trail trail, Pseudonyms pseudonyms, Clock clock) {
        return new LegalHolds(trail, pseudonyms, clock);
    }

    @Bean
    Judgements judgements(RuleSetInForce inForce, Trail trail, Pseudonyms pseudonyms, Clock clock) {
        return new Judgements(inForce, trail, pseudonyms, clock);
    }

    @Bean
    Clocks clocks(RuleSetInForce inForce, Trail trail, Pseudonyms pseudonyms, Clock clock, Sharing sharing) {
        return new Clocks(inForce, trail, pseudonyms, clock, sharing);
    }

    @Bean
    RecordedAreas recordedAreas(Trail trail) {
        return new RecordedAreas(trail);
    }
}
