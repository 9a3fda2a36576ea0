package org.waymark.assessment;

/** How well an observation is founded, strongest first. */
public enum Basis implements Coded {
    CONFIRMED,
    REPORTED,
    SUSPECTED,
    ALLEGED;

    /** Whether this is founded as well as the other, or better. */
    public boolean isAtLeast(Basis other) {
        return compareTo(other) <= 0;
    }
}
