package org.waymark.screening.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule that is one fact away from firing. */
public record NearMiss(String rule, String title, List<Missing> missing) {

    /** What it lacks: a factor, or one more factor of a group. */
    public record Missing(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String factor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String group) {}
}
