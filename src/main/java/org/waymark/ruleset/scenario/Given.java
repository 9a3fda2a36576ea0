package org.waymark.ruleset.scenario;

import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.assessment.Coded;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Manifest;

/** Whether what a rule gives is what an expectation speaks of. */
final class Given {

    private Given() {}

    /** Whether it is given so high and so soon as the expectation says. */
    static boolean gives(Conclusions given, Expectation expectation, Manifest manifest) {
        Speed speed = expectation.speed();
        return switch (expectation.of()) {
            case PRIMARY, PATHWAY ->
                given.pathways().stream()
                        .filter(one -> one.pathway().code().equals(expectation.code()))
                        .anyMatch(one -> speed.holds(manifest, one.level(), one.urgency()));
            case ACTION ->
                given.actions().stream()
                        .filter(one -> one.action().code().equals(expectation.code()))
                        .map(one -> Optional.ofNullable(one.urgency()).or(given::pathwayUrgency))
                        // Where its line has no clock at all, the action has that of the whole.
                        .anyMatch(clock -> clock.isEmpty() || speed.holds(manifest, null, clock.get()));
            case URGENCY ->
                given.urgency().filter(one -> speed.holds(manifest, null, one)).isPresent();
            case SERVICE -> has(given.services().stream(), expectation);
            case BLOCK -> has(given.blocks().stream(), expectation);
            case FLAG -> has(given.flags().stream(), expectation);
            case QUESTION, RULE, SUMMARY -> false;
        };
    }

    private static boolean has(Stream<? extends Coded> codes, Expectation expectation) {
        return codes.anyMatch(one -> one.code().equals(expectation.code()));
    }
}
