package org.waymark.ruleset.diff;

import org.waymark.assessment.Coded;

/**
 * To which side a change goes. It is told of each figure on its own, with all else as it was; where no such thing can be
 * said for certain, a change has none.
 */
public enum Direction implements Coded {
    /** The condition is met wherever it was, and in more cases. */
    MORE_CASES("met in more cases", false),
    /** The condition is met in fewer cases, and nowhere else. */
    FEWER_CASES("met in fewer cases", true),
    SOONER("sooner", false),
    LATER("later", true),
    HIGHER("higher", false),
    LOWER("lower", true),
    GIVES_MORE("gives more", false),
    GIVES_LESS("gives less", true);

    private final String words;
    private final boolean lowering;

    Direction(String words, boolean lowering) {
        this.words = words;
        this.lowering = lowering;
    }

    /** As it stands in brackets behind a change. */
    public String words() {
        return words;
    }

    /** Whether less is done for somebody than before: fewer cases, later, lower or less. */
    public boolean isLowering() {
        return lowering;
    }

    /** The side on which a condition is met in more cases, or in fewer. */
    static Direction cases(boolean more) {
        return more ? MORE_CASES : FEWER_CASES;
    }
}
