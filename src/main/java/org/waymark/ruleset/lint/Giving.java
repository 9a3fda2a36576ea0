package org.waymark.ruleset.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Conclusions.ActionAdvice;
import org.waymark.screening.rule.Conclusions.PathwayAdvice;
import org.waymark.screening.rule.Manifest;

/** Compares what two lines give where both fire. */
final class Giving {

    private final Manifest manifest;

    Giving(Manifest manifest) {
        this.manifest = manifest;
    }

    /** Whether both give the same, in whatever order it is written. */
    static boolean same(Conclusions one, Conclusions other) {
        return sameOf(one.pathways(), other.pathways())
                && sameOf(one.services(), other.services())
                && sameOf(one.actions(), other.actions())
                && sameOf(one.blocks(), other.blocks())
                && sameOf(one.flags(), other.flags());
    }

    private static boolean sameOf(List<?> one, List<?> other) {
        return new HashSet<>(one).equals(new HashSet<>(other));
    }

    /** Whether the first gives all that the second does, as soon and as high: beside it the second changes nothing. */
    boolean covers(Conclusions first, Conclusions second) {
        return second.pathways().stream()
                        .allMatch(advice -> first.pathways().stream().anyMatch(one -> covers(one, advice)))
                && second.actions().stream().allMatch(advice -> covers(first, second, advice))
                && first.services().containsAll(second.services())
                && first.blocks().containsAll(second.blocks())
                && first.flags().containsAll(second.flags());
    }

    private boolean covers(PathwayAdvice one, PathwayAdvice other) {
        return one.pathway() == other.pathway() && one.urgency().isAtLeast(other.urgency()) && rank(one) >= rank(other);
    }

    int rank(PathwayAdvice advice) {
        return advice.level() == null ? -1 : manifest.rank(advice.level());
    }

    private static boolean covers(Conclusions first, Conclusions second, ActionAdvice asked) {
        Urgency wanted = clock(second, asked);
        return first.actions().stream()
                .filter(one -> one.action() == asked.action())
                .map(one -> clock(first, one))
                .anyMatch(clock -> isAtLeast(clock, wanted));
    }

    /** An action without a clock has that of the line's pathways, and without these that of the whole outcome. */
    private static @Nullable Urgency clock(Conclusions given, ActionAdvice advice) {
        return advice.urgency() != null
                ? advice.urgency()
                : given.pathwayUrgency().orElse(null);
    }

    /** The clock of the whole outcome is no slower than planned, and else nothing is known of it. */
    private static boolean isAtLeast(@Nullable Urgency clock, @Nullable Urgency wanted) {
        if (Objects.equals(clock, wanted) || wanted == Urgency.PLANNED) {
            return true;
        }
        return clock != null && wanted != null && clock.isAtLeast(wanted);
    }
}
