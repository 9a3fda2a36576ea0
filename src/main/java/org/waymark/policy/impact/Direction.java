package org.waymark.policy.impact;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Coded;
import org.waymark.policy.impact.Result.Path;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;

/** Which way a case would move under the candidate. */
public enum Direction implements Coded {
    /** The same pathways, at the same levels and urgencies. */
    SAME,
    /** A pathway more, faster or at a higher level, or the whole faster, and nothing the other way. */
    HIGHER,
    /** A pathway gone, slower or at a lower level, or the whole slower, and nothing the other way. */
    LOWER,
    /** Higher in one thing and lower in another. It counts among the downgraded. */
    MIXED;

    /** Whether something would be lost. */
    public boolean isDowngrade() {
        return this == LOWER || this == MIXED;
    }

    /**
     * From one result to another. Early help that gives way to safeguarding is not lost, and early help that comes in
     * its place is nothing won.
     */
    static Direction between(Result before, Result after) {
        boolean higher = isMore(after.urgency(), before.urgency());
        boolean lower = isMore(before.urgency(), after.urgency());
        for (Pathway pathway : changed(before, after)) {
            Path was = before.paths().get(pathway);
            Path is = after.paths().get(pathway);
            higher |= exceeds(is, was) && !(was == null && givesWay(pathway, after, before));
            lower |= exceeds(was, is) && !(is == null && givesWay(pathway, before, after));
        }
        if (higher && lower) {
            return MIXED;
        }
        return higher ? HIGHER : lower ? LOWER : SAME;
    }

    /** The pathways that are not the same in both. */
    static Set<Pathway> changed(Result before, Result after) {
        Set<Pathway> changed = EnumSet.noneOf(Pathway.class);
        for (Pathway pathway : Pathway.values()) {
            Path was = before.paths().get(pathway);
            Path is = after.paths().get(pathway);
            if (exceeds(was, is) || exceeds(is, was)) {
                changed.add(pathway);
            }
        }
        return changed;
    }

    /** Whether early help stands in the first, and the second has safeguarding where the first had none, or sooner. */
    private static boolean givesWay(Pathway pathway, Result first, Result second) {
        Path had = first.paths().get(Pathway.SAFEGUARDING);
        Path has = second.paths().get(Pathway.SAFEGUARDING);
        return pathway == Pathway.EARLY_HELP && has != null && (had == null || isMore(has.urgency(), had.urgency()));
    }

    /** Whether the one is more than the other in anything. */
    private static boolean exceeds(@Nullable Path one, @Nullable Path other) {
        if (one == null || other == null) {
            return one != null;
        }
        return isMore(one.urgency(), other.urgency()) || one.rank() > other.rank();
    }

    private static boolean isMore(@Nullable Urgency one, @Nullable Urgency other) {
        if (one == null || other == null) {
            return one != null;
        }
        return one.compareTo(other) < 0;
    }
}
