package org.waymark.screening;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.assessment.Catalogue;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.RuleSet;
import org.waymark.screening.rule.UnsettledCondition;

/** Which factors the rules of a set and the guards above it read, by name or through a group, and at what limits. */
public final class ReadFactors {

    private final Catalogue catalogue;
    private final List<Condition> conditions;
    private final Set<String> mentioned = new HashSet<>();

    public ReadFactors(RuleSet ruleSet) {
        catalogue = ruleSet.catalogue();
        mentioned.addAll(Guard.reads(catalogue));
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
                mentioned.addAll(catalogue.group(count.group()));
            } else if (condition instanceof UnsettledCondition unsettled) {
                mentioned.addAll(catalogue.group(unsettled.group()));
            }
        }
    }

    /** Whether anything looks at this factor at all: what nothing reads changes no result. */
    public boolean mentions(String factor) {
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

    /**
     * The windows in which rules look for an event, by itself or among a group, in days and the longest first; no rule
     * that looks at any time is among them.
     */
    List<Integer> windows(String factor) {
        return Stream.concat(
                        events(factor).stream().map(EventCondition::withinDays),
                        conditions.stream()
                                .filter(CountCondition.class::isInstance)
                                .map(CountCondition.class::cast)
                                .filter(count -> catalogue.group(count.group()).contains(factor))
                                .map(CountCondition::withinDays))
                .filter(days -> days != Fact.EVER)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
