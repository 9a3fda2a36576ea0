package org.waymark.ruleset.safety;

import java.util.List;

/** How much a yes says. One amount is at least another where everything that it counts is. */
sealed interface Amount {

    Amount NONE = new None();

    /** Whether this says as much as the other, or more. False where the two cannot be compared. */
    boolean isAtLeast(Amount other);

    /** A state holds or does not. */
    record None() implements Amount {
        @Override
        public boolean isAtLeast(Amount other) {
            return other instanceof None;
        }
    }

    /**
     * How often, within each window that some rule has, the shortest first and at any time last.
     *
     * @param reported the same, of what police or youth justice reported
     * @param undated whether it is said to have happened without a day
     * @param undatedReport whether police or youth justice say so
     */
    record Times(List<Integer> times, List<Integer> reported, boolean undated, boolean undatedReport)
            implements Amount {
        @Override
        public boolean isAtLeast(Amount other) {
            return other instanceof Times less
                    && isAtLeast(times, less.times)
                    && isAtLeast(reported, less.reported)
                    && (!less.undated || undated || times.get(0) > 0)
                    && (!less.undatedReport || undatedReport || reported.get(0) > 0);
        }

        private static boolean isAtLeast(List<Integer> more, List<Integer> less) {
            for (int window = 0; window < less.size(); window++) {
                if (more.get(window) < less.get(window)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * A figure.
     *
     * @param downward whether a lower figure says more, as the hours of lessons that a child gets do
     * @param recency 0 for longer ago than any window that some rule has, and more the more recent
     * @param undated whether nobody gave its day, which is then taken to be that of the contact
     */
    record Figure(double value, boolean downward, int recency, boolean undated) implements Amount {
        @Override
        public boolean isAtLeast(Amount other) {
            return other instanceof Figure less
                    && (downward ? value <= less.value : value >= less.value)
                    && recency >= less.recency
                    && (!undated || less.undated);
        }
    }
}
