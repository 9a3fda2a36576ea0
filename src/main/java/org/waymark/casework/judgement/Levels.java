package org.waymark.casework.judgement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How high the levels of a pathway are.
 *
 * @param names slowest first, as the rule set in force names them
 */
public record Levels(List<String> names) {

    public Levels {
        names = List.copyOf(names);
    }

    /**
     * How high a level is, the higher the more. No level is the lowest. A level that only an earlier rule set knew is
     * higher than every other, so that to leave it takes two people.
     */
    int rank(@Nullable String level) {
        if (level == null) {
            return 0;
        }
        int rank = names.indexOf(level);
        return rank < 0 ? names.size() : rank;
    }

    /** The higher of two. */
    @Nullable
    String higher(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return rank(other) > rank(one) ? other : one;
    }
}
