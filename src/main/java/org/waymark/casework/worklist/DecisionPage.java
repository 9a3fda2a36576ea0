package org.waymark.casework.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a search found.
 *
 * @param lines the newest first
 * @param after where the next part begins, for {@link DecisionQuery#after}; null where this is the last. A search by
 *     several things at once may give a part with few lines, or none, and a next one all the same.
 */
public record DecisionPage(
        List<DecisionLine> lines, @Nullable String after) {

    public DecisionPage {
        lines = List.copyOf(lines);
    }
}
