package org.waymark.screening.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Coded;
import org.waymark.screening.pathway.Urgency;

/** Something to ask because the answer would change the outcome. */
public record Question(String factor, Asks asks, String question, List<Change> changes) {

    /** What kind of answer is wanted. */
    public enum Asks implements Coded {
        YES_NO,
        WHEN,
        HOW_MANY,
        VALUE
    }

    /**
     * What one answer would change.
     *
     * @param answer the smallest answer that changes the outcome
     * @param adds codes of pathways, actions and blocks that would be there
     * @param removes codes of pathways, actions and blocks that would not
     * @param urgency the outcome's urgency then
     */
    public record Change(
            String answer,
            List<String> adds,
            List<String> removes,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Urgency urgency) {}
}
