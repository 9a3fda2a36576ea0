package org.waymark.ruleset.safety;

import java.util.List;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.fact.Happened;
import org.waymark.screening.fact.Yes;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.Firing;
import org.waymark.screening.rule.Rule;

/**
 * One rule in numbers.
 *
 * @param needed the conditions that must be met
 * @param absent the results that must not have been recommended
 * @param gives what it adds to a result, as bits of {@link Strength}
 * @param givesByGuess the same where something rests on a day that nobody gave
 */
record RuleBits(Rule rule, int[] needed, int[] absent, long gives, long givesByGuess) {

    /** A fact that rests on a day that nobody gave; which one is nothing to what a rule then gives. */
    private static final Fact ASSUMED = new Happened("any", Fact.EVER, 1, true);

    private static final Fact CERTAIN = new Yes("any");

    static RuleBits of(Rule rule, Conditions conditions, Strength strength) {
        return new RuleBits(
                rule,
                numbers(rule, conditions, false),
                numbers(rule, conditions, true),
                strength.of(Firing.of(rule, List.of(CERTAIN)).conclusions()),
                strength.of(Firing.of(rule, List.of(ASSUMED)).conclusions()));
    }

    private static int[] numbers(Rule rule, Conditions conditions, boolean negated) {
        return rule.conditions().stream()
                .filter(condition -> condition.negated() == negated)
                .mapToInt(conditions::number)
                .toArray();
    }

    /** Whether it fires where these conditions are met. */
    boolean fires(long[] met) {
        for (int number : needed) {
            if (!Bits.has(met, number)) {
                return false;
            }
        }
        for (int number : absent) {
            if (Bits.has(met, number)) {
                return false;
            }
        }
        return true;
    }

    /** What it adds to a result where it fires. */
    long gives(long[] certain) {
        for (int number : needed) {
            if (!Bits.has(certain, number)) {
                return givesByGuess;
            }
        }
        return gives;
    }

    List<Condition> conditions() {
        return rule.conditions();
    }
}
