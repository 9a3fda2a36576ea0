package org.waymark.ruleset.safety;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Factor;

/** Says which values of a factor must give at least what others do. */
final class Steps {

    private Steps() {}

    /**
     * The steps between the values of one aspect; none for a factor that may lower a result, nor for who made contact or
     * the area.
     *
     * @param classOf for each value the number under which it goes, values that lead to the same facts under one
     */
    static Step[] between(@Nullable Factor factor, List<Value> values, int[] classOf) {
        Map<List<Integer>, Step> steps = new LinkedHashMap<>();
        if (factor != null && !ValueSpace.MAY_LOWER.contains(factor.domain())) {
            for (int from = 0; from < values.size(); from++) {
                for (int to = 0; to < values.size(); to++) {
                    Step step = step(values.get(from), values.get(to), classOf[from], classOf[to]);
                    if (step != null && step.from() != step.to()) {
                        // Of values that lead to the same facts the first are the plainest, and promise most.
                        steps.putIfAbsent(List.of(step.from(), step.to()), step);
                    }
                }
            }
        }
        return steps.values().toArray(Step[]::new);
    }

    private static @Nullable Step step(Value lesser, Value greater, int from, int to) {
        boolean settles = isUnsettled(lesser) && !isUnsettled(greater);
        return promise(lesser, greater)
                .map(promise -> new Step(promise, settles, from, to, lesser, greater))
                .orElse(null);
    }

    private static boolean isUnsettled(Value value) {
        return value.kind() == Value.Kind.UNKNOWN || value.kind() == Value.Kind.YET_TO_CLARIFY;
    }

    private static Optional<Promise> promise(Value from, Value to) {
        return switch (to.kind()) {
            case YES ->
                switch (from.kind()) {
                    case YES ->
                        to.amount().isAtLeast(from.amount())
                                ? Optional.of(Promise.MORE_NEVER_LOWERS)
                                : Optional.empty();
                    case CONTEXT -> Optional.empty();
                    case NOT_ASKED, NO, UNKNOWN, YET_TO_CLARIFY -> Optional.of(Promise.A_YES_NEVER_LOWERS);
                };
            case UNKNOWN, YET_TO_CLARIFY ->
                from.kind() == Value.Kind.NO || from.kind() == Value.Kind.NOT_ASKED
                        ? Optional.of(Promise.NOT_KNOWING_NEVER_LOWERS)
                        : Optional.empty();
            case NOT_ASKED, NO, CONTEXT -> Optional.empty();
        };
    }
}
