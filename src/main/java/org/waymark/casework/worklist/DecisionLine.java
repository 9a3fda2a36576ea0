package org.waymark.casework.worklist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.casework.judgement.Status;
import org.waymark.screening.pathway.Urgency;

/**
 * A decision in a list, as it stood when it was last looked at: within a second or so of the trail.
 *
 * @param primary code of the pathway that leads now, {@code universal} where there is none
 * @param urgency how soon, null where nothing is to be done
 * @param respondBy by when, null where nothing is to be done
 * @param withdrawn whether it turned out to be about another child
 * @param overridden whether anybody ever decided otherwise than was recommended, whatever became of it
 * @param outcomeNoted whether anybody recorded what came of it
 * @param recordedAt when it was made
 * @param submittedBy the account that submitted the assessment
 * @param actors the accounts that submitted it or did something with it, the submitter first
 */
public record DecisionLine(
        String decisionId,
        String area,
        String reference,
        String primary,
        @Nullable Urgency urgency,
        @Nullable Instant respondBy,
        Status status,
        boolean withdrawn,
        boolean overridden,
        boolean outcomeNoted,
        Instant recordedAt,
        Instant assessedAt,
        String submittedBy,
        String ruleSetName,
        String ruleSetHash,
        List<String> actors) {

    public DecisionLine {
        actors = List.copyOf(actors);
    }
}
