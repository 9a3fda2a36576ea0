package org.waymark.policy.impact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.WorkingDays;
import tools.jackson.databind.JsonNode;

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
     * @param report the JSON of an {@link ImpactReport}, of the version that was activated against the one before it
     * @param activatedAt from when it is in force
     */
    public static List<ReviewRecommendation> of(JsonNode report, WorkingDays workingDays, Instant activatedAt) {
        List<ReviewRecommendation> reviews = new ArrayList<>();
        for (JsonNode one : report.path("changed")) {
            String direction = one.path("direction").asString();
            boolean higher = direction.equals(Direction.HIGHER.code()) || direction.equals(Direction.MIXED.code());
            if (higher && one.path("latest").asBoolean()) {
                reviews.add(new ReviewRecommendation(
                        one.path("reference").asString(),
                        one.path("before").asString(),
                        one.path("after").asString(),
                        workingDays.due(activatedAt, urgency(one.path("urgencyAfter")))));
            }
        }
        return reviews;
    }

    private static Urgency urgency(JsonNode code) {
        return Stream.of(Urgency.values())
                .filter(one -> one.code().equals(code.asString("")))
                .findFirst()
                .orElse(Urgency.PLANNED);
    }
}
