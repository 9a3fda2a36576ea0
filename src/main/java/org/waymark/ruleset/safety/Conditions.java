package org.waymark.ruleset.safety;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.Rule;

/**
 * Gives each distinct condition of a rule set a number, so that what some facts meet is a set of bits. A rule has no
 * joins: each condition is met, or not, by the facts on its own.
 */
final class Conditions {

    private final Map<Condition, Integer> numbers = new LinkedHashMap<>();
    private final List<Condition> all;

    Conditions(Collection<Rule> rules) {
        rules.forEach(
                rule -> rule.conditions().forEach(condition -> numbers.putIfAbsent(plain(condition), numbers.size())));
        all = new ArrayList<>(numbers.keySet());
    }

    /** A condition and its negation speak of one and the same fact. */
    private static Condition plain(Condition condition) {
        return condition instanceof RecommendedCondition recommended
                ? new RecommendedCondition(recommended.pathway(), recommended.level(), recommended.urgency(), false)
                : condition;
    }

    List<Condition> all() {
        return all;
    }

    int number(Condition condition) {
        Integer number = numbers.get(plain(condition));
        if (number == null) {
            throw new IllegalArgumentException("not a condition of this rule set: " + condition);
        }
        return number;
    }

    /** How many words of 64 bits it takes to hold them all. */
    int words() {
        return (all.size() + Long.SIZE - 1) / Long.SIZE;
    }

    /** No condition at all. */
    long[] none() {
        return new long[words()];
    }

    /**
     * The conditions that these facts meet.
     *
     * @param assumedToo whether a fact that rests on a day that nobody gave counts
     */
    long[] met(Collection<? extends Fact> facts, boolean assumedToo) {
        long[] met = none();
        for (int number = 0; number < all.size(); number++) {
            Condition condition = all.get(number);
            if (facts.stream().anyMatch(fact -> (assumedToo || !fact.assumed()) && condition.matches(fact))) {
                Bits.set(met, number);
            }
        }
        return met;
    }
}
