package org.waymark.ruleset.lint;

import org.waymark.screening.rule.Comparison;

/**
 * Numbers from one to another, each with or without its end.
 *
 * @param lowOpen whether the low end itself is left out
 * @param highOpen whether the high end itself is left out
 */
record Range(double low, boolean lowOpen, double high, boolean highOpen) {

    static final Range ALL = new Range(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true);

    static Range of(Comparison comparison, double limit) {
        return switch (comparison) {
            case EQUAL -> new Range(limit, false, limit, false);
            case LESS -> new Range(Double.NEGATIVE_INFINITY, true, limit, true);
            case AT_MOST -> new Range(Double.NEGATIVE_INFINITY, true, limit, false);
            case MORE -> new Range(limit, true, Double.POSITIVE_INFINITY, true);
            case AT_LEAST -> new Range(limit, false, Double.POSITIVE_INFINITY, true);
        };
    }

    /** All whole numbers from one to another, both included. */
    static Range whole(long first, long last) {
        return new Range(first, false, last, false);
    }

    Range and(Range other) {
        boolean lower = low > other.low || (low == other.low && lowOpen);
        boolean upper = high < other.high || (high == other.high && highOpen);
        return new Range(
                lower ? low : other.low,
                lower ? lowOpen : other.lowOpen,
                upper ? high : other.high,
                upper ? highOpen : other.highOpen);
    }

    boolean isEmpty() {
        return low > high || (low == high && (lowOpen || highOpen));
    }

    /** Whether every number of it is in the other too. */
    boolean isWithin(Range other) {
        return isEmpty() || and(other).equals(this);
    }

    /** The first whole number in it; infinite where there is no first. */
    double firstWhole() {
        double up = Math.ceil(low);
        return up == low && lowOpen ? up + 1 : up;
    }

    /** The last whole number in it; infinite where there is no last. */
    double lastWhole() {
        double down = Math.floor(high);
        return down == high && highOpen ? down - 1 : down;
    }
}
