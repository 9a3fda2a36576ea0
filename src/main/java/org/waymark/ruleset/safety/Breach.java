package org.waymark.ruleset.safety;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A promise that a case does not keep, as the short cut sees it.
 *
 * @param about what broke it
 * @param before the case with the lesser value, for a promise about two cases
 * @param after the case that breaks it
 */
record Breach(About about, @Nullable Situation before, Situation after) {

    /**
     * What tells one kind of breach from another; of each only the smallest case is kept.
     *
     * @param aspect number of the aspect that changed, -1 for the age, -2 where nothing did
     * @param from its lesser value, or the class of age
     * @param to its greater value, or the class of age
     * @param lost number of the first pathway that lost something, -1 for the whole alone
     */
    record About(Promise promise, int aspect, int from, int to, int lost) implements Comparable<About> {

        static final int AGE = -1;
        static final int NOTHING = -2;

        private static final Comparator<About> ORDER = Comparator.comparing(About::promise)
                .thenComparingInt(About::aspect)
                .thenComparingInt(About::from)
                .thenComparingInt(About::to)
                .thenComparingInt(About::lost);

        @Override
        public int compareTo(About other) {
            return ORDER.compare(this, other);
        }
    }

    Breach smaller(Breach other) {
        int order = after.compareTo(other.after);
        if (order == 0 && before != null && other.before != null) {
            order = before.compareTo(other.before);
        }
        return order <= 0 ? this : other;
    }
}
