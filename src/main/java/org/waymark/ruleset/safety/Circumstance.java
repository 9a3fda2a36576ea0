package org.waymark.ruleset.safety;

import java.util.List;
import org.waymark.screening.Circumstances;
import org.waymark.screening.fact.Yes;

/** One thing that the guards look at, as a bit, so that what several values bring is the union of their bits. */
enum Circumstance {
    AGE_KNOWN,
    UNDER_10,
    ADULT,
    EARLY_HELP_REFUSED,
    POLICE_FACT,
    IMMEDIATE_HARM;

    /** How many sets of bits there are. */
    static final int SETS = 1 << values().length;

    private static final int OF_AGE = AGE_KNOWN.bit() | UNDER_10.bit() | ADULT.bit();

    private int bit() {
        return 1 << ordinal();
    }

    boolean in(int bits) {
        return (bits & bit()) != 0;
    }

    static int of(Circumstances circumstances) {
        return (circumstances.ageKnown() ? AGE_KNOWN.bit() : 0)
                | (circumstances.under10() ? UNDER_10.bit() : 0)
                | (circumstances.adult() ? ADULT.bit() : 0)
                | (circumstances.earlyHelpRefused() ? EARLY_HELP_REFUSED.bit() : 0)
                | (circumstances.policeFacts().isEmpty() ? 0 : POLICE_FACT.bit())
                | (circumstances.immediateHarm().isEmpty() ? 0 : IMMEDIATE_HARM.bit());
    }

    static int ofAge(Circumstances circumstances) {
        return of(circumstances) & OF_AGE;
    }

    static int apartFromAge(Circumstances circumstances) {
        return of(circumstances) & ~OF_AGE;
    }

    /** Circumstances with these bits. Which factor was yes is nothing that changes what a guard does. */
    static Circumstances in(int bits, String anyFactor) {
        List<Yes> some = List.of(new Yes(anyFactor));
        return new Circumstances(
                AGE_KNOWN.in(bits),
                UNDER_10.in(bits),
                ADULT.in(bits),
                EARLY_HELP_REFUSED.in(bits),
                POLICE_FACT.in(bits) ? some : List.of(),
                IMMEDIATE_HARM.in(bits) ? some : List.of());
    }
}
