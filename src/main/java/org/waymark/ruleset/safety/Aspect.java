package org.waymark.ruleset.safety;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Factor;

/**
 * One thing that may vary from case to case: what is said of one factor, who made contact, or the area.
 *
 * @param number its place among the aspects of the value space
 * @param name id of the factor, {@code referredBy} or {@code area}
 * @param factor the factor, if it is one
 * @param domain number of the factor's domain, for counts over several domains
 * @param values what may be said, nothing first
 * @param contributions what each value brings
 * @param steps which values must give at least what others do
 * @param rules by stage, the rules that may fire only where something is said here
 */
record Aspect(
        int number,
        String name,
        @Nullable Factor factor,
        int domain,
        List<Value> values,
        Contribution[] contributions,
        Step[] steps,
        int[][] rules) {

    int size() {
        return contributions.length;
    }

    /** What a report calls a value of it. */
    String says(Value value) {
        return switch (name) {
            case ValueSpace.REFERRED_BY -> "contact made by " + value.says();
            case ValueSpace.AREA -> "in the area " + value.says();
            default -> "`" + name + "` " + value.says();
        };
    }
}
