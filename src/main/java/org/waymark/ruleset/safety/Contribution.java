package org.waymark.ruleset.safety;

import java.util.Arrays;

/**
 * What one value brings to a case, whatever else is said in it.
 *
 * @param certain the conditions that its facts meet, those alone that rest on days that somebody gave
 * @param all the conditions that its facts meet
 * @param blocked the conditions that hold where nothing is said and no longer hold
 * @param tallied the tallies that it counts in
 * @param talliedByGuess the tallies that it counts in only if a day that nobody gave is recent
 * @param guarded what the guards look at, as bits of {@link Circumstance}
 * @param altersAge whether it changes which ages are possible
 */
record Contribution(
        long[] certain,
        long[] all,
        long[] blocked,
        int[] tallied,
        int[] talliedByGuess,
        int guarded,
        boolean altersAge) {

    @Override
    public String toString() {
        return Arrays.toString(certain)
                + Arrays.toString(all)
                + Arrays.toString(blocked)
                + Arrays.toString(tallied)
                + Arrays.toString(talliedByGuess)
                + guarded;
    }
}
