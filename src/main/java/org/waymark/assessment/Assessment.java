package org.waymark.assessment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One contact about one young person, as submitted: the part that a screening may read. Notes, context and
 * monitoring stay in the submitted document, where no rule can reach them.
 *
 * @param receivedAt when the contact reached the service; the clock of every deadline starts here
 * @param assessedAt the only clock that rules see
 * @param referredBy who made contact, if it is known
 */
public record Assessment(
        String assessmentId,
        String sourceSystem,
        Instant receivedAt,
        Instant assessedAt,
        @Nullable Agency referredBy,
        YoungPerson youngPerson,
        List<Observation> observations,
        @Nullable Amends amends) {

    public Assessment {
        observations = List.copyOf(observations);
    }

    /** The same contact, had it said this. */
    public Assessment observing(List<Observation> others) {
        return new Assessment(
                assessmentId, sourceSystem, receivedAt, assessedAt, referredBy, youngPerson, others, amends);
    }

    /** The identity of this assessment. */
    public SubmissionKey submission() {
        return new SubmissionKey(youngPerson.area(), sourceSystem, assessmentId);
    }
}
