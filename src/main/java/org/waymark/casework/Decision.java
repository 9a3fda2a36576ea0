package org.waymark.casework;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Assessment;
import org.waymark.screening.outcome.Outcome;
import org.waymark.screening.rule.RuleSet;

/**
 * A decision as the contract has it: what is answered, and what is recorded.
 *
 * @param decisionId absent where nothing was recorded
 * @param recordedAt absent where nothing was recorded
 * @param dryRuns how often somebody tried what the decision would be before it was made
 */
@JsonPropertyOrder({
    "decisionId",
    "assessment",
    "youngPerson",
    "receivedAt",
    "assessedAt",
    "recordedAt",
    "ruleSet",
    "status",
    "dryRuns",
    "outcome"
})
public record Decision(
        @Nullable String decisionId,
        AssessmentId assessment,
        PersonId youngPerson,
        Instant receivedAt,
        Instant assessedAt,
        @Nullable Instant recordedAt,
        RuleSetId ruleSet,
        String status,
        int dryRuns,
        Outcome outcome) {

    /** What every decision is until a named professional has looked at it. */
    public static final String PROPOSED = "proposed";

    public record AssessmentId(String sourceSystem, String assessmentId) {}

    public record PersonId(String reference, String area) {}

    public record RuleSetId(String name, String hash) {}

    /** A decision that is recorded nowhere. */
    public static Decision unrecorded(Assessment assessment, RuleSet ruleSet, Outcome outcome) {
        return of(assessment, ruleSet, outcome, null, null, 0);
    }

    static Decision of(
            Assessment assessment,
            RuleSet ruleSet,
            Outcome outcome,
            @Nullable String decisionId,
            @Nullable Instant recordedAt,
            int dryRuns) {
        return new Decision(
                decisionId,
                new AssessmentId(assessment.sourceSystem(), assessment.assessmentId()),
                new PersonId(
                        assessment.youngPerson().reference(),
                        assessment.youngPerson().area()),
                assessment.receivedAt(),
                assessment.assessedAt(),
                recordedAt,
                new RuleSetId(ruleSet.name(), ruleSet.hash()),
                PROPOSED,
                dryRuns,
                outcome);
    }
}
