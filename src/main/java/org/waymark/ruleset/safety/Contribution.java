package org.waymark.ruleset.safety;

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
        return java.util.Arrays.toString(certain)
                + java.util.Arrays.toString(all)
                + java.util.Arrays.toString(blocked)
                + java.util.Arrays.toString(tallied)
                + java.util.Arrays.toString(talliedByGuess)
                + guarded;
    }
}
