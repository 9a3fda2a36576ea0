package org.waymark.screening.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;

/** A recommended pathway, and the rules that ask for it. */
public record PathwayResult(
        Pathway pathway,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String level,
        Urgency urgency,
        Instant respondBy,
        List<String> rules,
        String legalBasis) {}
