package org.waymark.trail.proof;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.trail.SealedTrail;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.sealing.SealedLog;
import org.waymark.trail.sealing.Sealing;

/** Hands out exports. What verifies them needs nothing of this. */
@Configuration(proxyBeanMethods = false)
class ProofConfiguration {

    @Bean
    TrailExport trailExport(SealedTrail trail, Sealing sealing, SealedLog log, LogKey key, RuleSetSource ruleSets) {
        return new TrailExport(trail, sealing, log, key, ruleSets);
    }

    @Bean
    Verifications verifications(TrailExport exports, Sealing sealing, RuleSetHash ruleSetHash, Clock clock) {
        return new Verifications(exports, sealing, ruleSetHash, clock);
    }

    @Bean
    DecisionProofs decisionProofs(
            TrailExport exports, SealedTrail trail, Sealing sealing, SealedLog log, RuleSetHash ruleSetHash) {
        return new DecisionProofs(exports, trail, sealing, log, ruleSetHash);
    }
}
