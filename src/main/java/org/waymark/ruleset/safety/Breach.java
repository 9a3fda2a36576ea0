package org.waymark.ruleset.safety;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A promise that a case does not keep, as the short cut sees it.
 *
 * @param about what changed
 * @param before the case with the lesser value, for a promise about two cases
 * @param after the case that breaks it
 */
record Breach(About about, @Nullable Situation before, Situation after) {

    /**
     * What a breach is about.
     *
     * @param aspect number of the aspect that changed, {@link #AGE} for the age, {@link #NOTHING} where nothing did
     * @param from number of its lesser value, or of the class of age
     * @param to number of its greater value, or of the class of age
     */
    record About(Promise promise, int aspect, int from, int to) {

        static final int AGE = -1;
        static final int NOTHING = -2;

        private static final Comparator<About> ORDER = Comparator.comparing(About::promise)
                .thenComparingInt(About::aspect)
                .thenComparingInt(About::from)
                .thenComparingInt(About::to);
    }

    /** The smallest case first. */
    static final Comparator<Breach> SMALLEST = Comparator.comparing(Breach::after)
            .thenComparing(Breach::before, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Breach::about, About.ORDER);

    Breach smaller(Breach other) {
        return SMALLEST.compare(this, other) <= 0 ? this : other;
    }
}
