package org.waymark.trail;

import java.util.Arrays;

/** What an entry records. */
public enum Kind {
    /** An assessment was screened and a decision proposed. */
    SCREENED("screened"),
    /** Somebody tried what a decision would be; none was made. */
    TRIED("tried"),
    /** A professional agreed with a decision. */
    CONFIRMED("confirmed"),
    /** A professional decided otherwise than was proposed. */
    OVERRIDDEN("overridden"),
    /** A manager answered a downward override: it holds, or it does not. */
    COUNTERSIGNED("countersigned"),
    /** Something came of a decision. */
    OUTCOME("outcome"),
    /** A manager put right what was recorded; what was recorded stays. */
    CORRECTED("corrected"),
    /** A manager or an auditor looked at a decision. */
    REVIEWED("reviewed"),
    /** A manager ordered that nothing about a young person may be erased. */
    HELD("held"),
    /** A manager lifted that order. */
    RELEASED("released"),
    /** Somebody was shown what is recorded about a young person. */
    READ("read"),
    /** A manager had content erased: which, why, and on what ground. It names nobody, so that it can stay. */
    ERASED("erased"),
    /** Something happened to a version of the rules: it was drafted, approved, put in force. */
    RULE_SET("rule-set"),
    /** Something happened to the log itself: another key signs it from now on. */
    LOG("log");

    private final String code;

    Kind(String code) {
        this.code = code;
    }

    /** Whether entries of this kind say something about a young person, and are therefore encrypted. */
    public boolean personal() {
        return this != RULE_SET && this != LOG && this != ERASED;
    }

    /** The kebab-case code, as stored and as shown. */
    public String code() {
        return code;
    }

    /**
     * The kind of that code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Kind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of entry is called `" + code + "`"));
    }
}
