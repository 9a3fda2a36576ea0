package org.waymark.policy.impact;

import java.time.Instant;
import java.util.List;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.WorkingDays;

/**
 * A past decision that a stricter rule set, now in force, would make higher: somebody should look at it again.
 *
 * @param reference of the case, as the report has it
 * @param was what the rules gave then, in words
 * @param wouldBe what they give now
 * @param reviewBy counted from when the stricter rules came into force, by the urgency that they give
 */
public record ReviewRecommendation(String reference, String was, String wouldBe, Instant reviewBy) {

    /**
     * The look-back of an activation. A decision counts as open while no later contact of the same young person took
     * its place, as nothing records yet that a case was closed.
     *
     * @param report of the version that was activated against the one before it
     * @param activatedAt from when it is in force
     */
    public static List<ReviewRecommendation> of(ImpactReport report, WorkingDays workingDays, Instant activatedAt) {
        return report.changed().stream()
                .filter(one ->
                        one.latest() && (one.direction() == Direction.HIGHER || one.direction() == Direction.MIXED))
                .map(one -> recommendation(one, workingDays, activatedAt))
                .toList();
    }

    private static ReviewRecommendation recommendation(ChangedCase one, WorkingDays workingDays, Instant activatedAt) {
        Urgency urgency = one.urgencyAfter() == null ? Urgency.PLANNED : one.urgencyAfter();
        return new ReviewRecommendation(
                one.reference(), one.before(), one.after(), workingDays.due(activatedAt, urgency));
    }
}
