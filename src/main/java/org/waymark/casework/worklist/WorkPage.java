package org.waymark.casework.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the work list.
 *
 * @param lines the most urgent first, of the same urgency what is due first
 * @param after where the next part begins, for {@link WorkListQuery#after}; null where this is the last. A search by
 *     reference may give a part with few lines, or none, and a next one all the same.
 */
public record WorkPage(List<WorkLine> lines, @Nullable String after) {

    public WorkPage {
        lines = List.copyOf(lines);
    }
}
