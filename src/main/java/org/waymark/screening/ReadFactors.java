package org.waymark.screening;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.RuleSet;
import org.waymark.screening.rule.UnsettledCondition;

/** Which factors the rules of a set read, by name or through a group, and at what limits. */
final class ReadFactors {

    private final List<Condition> conditions;
    private final Set<String> mentioned = new HashSet<>();

    ReadFactors(RuleSet ruleSet) {
        conditions = ruleSet.rules().stream()
                .flatMap(rule -> rule.conditions().stream())
                .distinct()
                .toList();
        for (Condition condition : conditions) {
            if (condition instanceof AnsweredCondition answered) {
                mentioned.add(answered.factor());
            } else if (condition instanceof EventCondition event) {
                mentioned.add(event.factor());
            } else if (condition instanceof FigureCondition figure) {
                mentioned.add(figure.factor());
            } else if (condition instanceof CountCondition count) {
                mentioned.addAll(ruleSet.catalogue().group(count.group()));
            } else if (condition instanceof UnsettledCondition unsettled) {
                mentioned.addAll(ruleSet.catalogue().group(unsettled.group()));
            }
        }
    }

    boolean mentions(String factor) {
        return mentioned.contains(factor);
    }

    /** Whether it makes a difference that a factor is no rather than not asked, to a rule or to a guard. */
    boolean readsNo(String factor) {
        return factor.equals(Circumstances.CONSENT)
                || conditions.contains(new AnsweredCondition(AnsweredCondition.Kind.NO, factor));
    }

    List<EventCondition> events(String factor) {
        return conditions.stream()
                .filter(EventCondition.class::isInstance)
                .map(EventCondition.class::cast)
                .filter(event -> event.factor().equals(factor))
                .toList();
    }

    List<FigureCondition> figures(String factor) {
        return conditions.stream()
                .filter(FigureCondition.class::isInstance)
                .map(FigureCondition.class::cast)
                .filter(figure -> figure.factor().equals(factor))
                .toList();
    }
}
