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
     * @param adds codes of pathways and actions that would be there
     * @param removes codes of pathways and actions that would not
     * @param blocks codes of what would be blocked; apart, since "adds no-further-action" would say its opposite
     * @param unblocks codes of what would be blocked no more
     * @param urgency the outcome's urgency then
     */
    public record Change(
            String answer,
            List<String> adds,
            List<String> removes,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> blocks,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> unblocks,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Urgency urgency) {}
}
