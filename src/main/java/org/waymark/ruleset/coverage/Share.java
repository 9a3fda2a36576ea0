package org.waymark.ruleset.coverage;

/** So many of so many. */
public record Share(int part, int whole) {

    /** In tenths of a per cent, never rounded up: 100 % is all of them. Of none, all. */
    public double percent() {
        return whole == 0 ? 100 : (part * 1000L / whole) / 10.0;
    }

    public boolean isAll() {
        return part == whole;
    }

    /** Such as {@code 380 of 395 (96.2 %)}. */
    @Override
    public String toString() {
        return part + " of " + whole + " (" + (isAll() ? "100" : Double.toString(percent())) + " %)";
    }
}
