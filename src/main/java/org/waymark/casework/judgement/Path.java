package org.waymark.casework.judgement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;

/**
 * A pathway of a result.
 *
 * @param level one of those that the rule set names, where the pathway has one
 * @param respondBy by when, counted from when the contact was received
 */
public record Path(
        Pathway pathway,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String level,
        Urgency urgency,
        Instant respondBy) {}
