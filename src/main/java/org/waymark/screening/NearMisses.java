package org.waymark.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.fact.Happened;
import org.waymark.screening.fact.Offence;
import org.waymark.screening.fact.Several;
import org.waymark.screening.outcome.NearMiss;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.Firing;
import org.waymark.screening.rule.Rule;

/**
 * Finds the rules that are one fact away from firing. A rule of a single condition is near only where part of it is
 * there (two of three missing episodes): otherwise every such rule would be near for everybody.
 */
final class NearMisses {

    private final Set<Fact> facts;

    private NearMisses(Set<Fact> facts) {
        this.facts = facts;
    }

    /** One near miss a rule, in the order of the rule set. */
    static List<NearMiss> of(Collection<Rule> rules, Set<Fact> facts, Collection<Firing> firings) {
        Set<String> fired =
                firings.stream().map(firing -> firing.rule().family()).collect(Collectors.toSet());
        NearMisses finder = new NearMisses(facts);
        Map<String, NearMiss> near = new LinkedHashMap<>();
        rules.stream()
                .filter(rule -> !fired.contains(rule.family()))
                .filter(rule -> !near.containsKey(rule.family()))
                .forEach(rule -> finder.nearMiss(rule).ifPresent(miss -> near.put(rule.family(), miss)));
        return List.copyOf(near.values());
    }

    private Optional<NearMiss> nearMiss(Rule rule) {
        List<Condition> unmet = new ArrayList<>();
        boolean somethingKnown = false;
        for (Condition condition : rule.conditions()) {
            if (!holds(condition)) {
                unmet.add(condition);
            } else if (isObserved(condition)) {
                somethingKnown = true;
            }
        }
        if (unmet.size() != 1 || !(somethingKnown || isPartlyThere(unmet.get(0)))) {
            return Optional.empty();
        }
        return missing(unmet.get(0)).map(missing -> new NearMiss(rule.family(), rule.title(), List.of(missing)));
    }

    private boolean holds(Condition condition) {
        return facts.stream().anyMatch(condition::matches) != condition.negated();
    }

    /** Whether a condition speaks of something that somebody observed, rather than of age, area or an earlier result. */
    private static boolean isObserved(Condition condition) {
        return condition instanceof AnsweredCondition answered
                ? answered.kind() != AnsweredCondition.Kind.NOT_YES
                : condition instanceof EventCondition
                        || condition instanceof FigureCondition
                        || condition instanceof CountCondition;
    }

    private boolean isPartlyThere(Condition condition) {
        return facts.stream().anyMatch(fact -> isPartOf(fact, condition));
    }

    private static boolean isPartOf(Fact fact, Condition condition) {
        if (condition instanceof EventCondition event) {
            return (fact instanceof Happened happened && happened.factor().equals(event.factor()))
                    || (fact instanceof Offence offence && offence.factor().equals(event.factor()));
        }
        return condition instanceof CountCondition count
                && fact instanceof Several several
                && several.group().equals(count.group())
                && several.factors() == count.factors() - 1;
    }

    private static Optional<NearMiss.Missing> missing(Condition condition) {
        if (condition instanceof AnsweredCondition answered) {
            // Lacking a no, or an answer that is not settled, is nobody's near miss.
            return answered.kind() == AnsweredCondition.Kind.YES
                    ? Optional.of(new NearMiss.Missing(answered.factor(), null))
                    : Optional.empty();
        } else if (condition instanceof EventCondition event) {
            return Optional.of(new NearMiss.Missing(event.factor(), null));
        } else if (condition instanceof FigureCondition figure) {
            return Optional.of(new NearMiss.Missing(figure.factor(), null));
        } else if (condition instanceof CountCondition count) {
            return Optional.of(new NearMiss.Missing(null, count.group()));
        }
        return Optional.empty();
    }
}
