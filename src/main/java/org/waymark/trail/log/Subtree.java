package org.waymark.trail.log;

/**
 * A complete subtree: one whose number of leaves is a power of two and that will never change.
 *
 * @param level its height; it has 2<sup>level</sup> leaves
 * @param index how many subtrees of its height stand left of it
 */
public record Subtree(int level, long index) {

    private static final int MOST_LEVELS = 63;

    public Subtree {
        if (level < 0 || level >= MOST_LEVELS || index < 0) {
            throw new IllegalArgumentException("no tree has a subtree " + index + " of height " + level);
        }
    }

    /** The subtree of these leaves: a power of two of them, from a multiple of that power. */
    static Subtree of(long first, long leaves) {
        int level = Long.numberOfTrailingZeros(leaves);
        return new Subtree(level, first >> level);
    }
}
