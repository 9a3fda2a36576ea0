package org.waymark.ruleset.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;
import org.waymark.assessment.FactorKind;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.AnsweredCondition.Kind;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.Manifest;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.UnsettledCondition;

/**
 * Whether a condition is met in every case in which others are. INVARIANT: where this says yes it is so, in every case
 * that can be submitted, and with a fact that rests on an assumed date only where theirs do; where it says no there is no
 * telling.
 */
final class Implication {

    private final Catalogue catalogue;
    private final Manifest manifest;
    private final Map<AgedCondition, AgeRegion> ages = new HashMap<>();

    Implication(Catalogue catalogue, Manifest manifest) {
        this.catalogue = catalogue;
        this.manifest = manifest;
    }

    /** Whether all of some conditions are met wherever all of the others are. */
    boolean implies(List<Condition> met, List<Condition> asked) {
        return asked.stream().allMatch(one -> implies(met, one));
    }

    /** Whether two lists of conditions are met in the same cases. */
    boolean same(List<Condition> one, List<Condition> other) {
        return implies(one, other) && implies(other, one);
    }

    /** Whether a condition is met wherever all of the others are. */
    boolean implies(List<Condition> met, Condition asked) {
        return met.stream().anyMatch(one -> implies(one, asked)) || together(met, asked);
    }

    /** Whether a condition is met wherever another is. */
    boolean implies(Condition met, Condition asked) {
        if (met.equals(asked)) {
            return true;
        } else if (met instanceof AnsweredCondition one && asked instanceof AnsweredCondition other) {
            return other.kind() == Kind.NOT_YES
                    && one.kind() != Kind.YES
                    && one.factor().equals(other.factor());
        } else if (met instanceof EventCondition one && asked instanceof EventCondition other) {
            return event(one, other);
        } else if (met instanceof FigureCondition one && asked instanceof FigureCondition other) {
            return one.factor().equals(other.factor())
                    && isWider(other.withinDays(), one.withinDays())
                    && range(one).isWithin(range(other));
        } else if (met instanceof CountCondition one && asked instanceof CountCondition other) {
            return isWider(other.withinDays(), one.withinDays()) && count(one, other);
        } else if (met instanceof UnsettledCondition one && asked instanceof UnsettledCondition other) {
            return one.factors() - outside(one.group(), other.group()) >= other.factors();
        } else if (met instanceof AgedCondition one && asked instanceof AgedCondition other) {
            return region(one).isWithin(region(other));
        } else if (met instanceof RecommendedCondition one && asked instanceof RecommendedCondition other) {
            return one.negated() == other.negated() && (one.negated() ? isAtLeast(other, one) : isAtLeast(one, other));
        }
        return false;
    }

    AgeRegion region(AgedCondition condition) {
        return ages.computeIfAbsent(condition, AgeRegion::of);
    }

    /** Whether a window reaches as far back as another, or further. */
    static boolean isWider(int window, int other) {
        return window == Fact.EVER || (other != Fact.EVER && window >= other);
    }

    private boolean event(EventCondition met, EventCondition asked) {
        boolean wide = met.factor().equals(asked.factor())
                && isWider(asked.withinDays(), met.withinDays())
                && met.times() >= asked.times();
        return wide && (met.offence() == asked.offence() || (met.offence() && reportIsEvent(met, asked)));
    }

    /**
     * What police reported happened too. But the day assumed for a yes without one is that of the first contact that
     * said so: of all contacts that may be earlier than of those by police, and so outside a window.
     */
    private boolean reportIsEvent(EventCondition report, EventCondition asked) {
        boolean anyYesCounts = catalogue
                .factor(report.factor())
                .filter(factor -> factor.protectiveAnswer() == Answer.YES)
                .isPresent();
        return anyYesCounts && (report.times() > 1 || asked.withinDays() == Fact.EVER);
    }

    /** Of some factors of a group at least so many are in another; each that is not takes one domain with it at most. */
    private boolean count(CountCondition met, CountCondition asked) {
        int outside = outside(met.group(), asked.group());
        int factors = met.factors() - outside;
        return factors >= asked.factors() && Math.max(1, met.domains() - outside) >= asked.domains();
    }

    private int outside(String group, String other) {
        Set<String> inside = catalogue.group(other);
        return (int) catalogue.group(group).stream()
                .filter(factor -> !inside.contains(factor))
                .count();
    }

    private static Range range(FigureCondition condition) {
        return Range.of(condition.comparison(), condition.limit());
    }

    private boolean isAtLeast(RecommendedCondition one, RecommendedCondition other) {
        return one.pathway() == other.pathway()
                && manifest.rank(one.level()) >= manifest.rank(other.level())
                && one.urgency().isAtLeast(other.urgency());
    }

    /** Answers that are asked for by name count in a group too. */
    private boolean together(List<Condition> met, Condition asked) {
        if (asked instanceof CountCondition count) {
            Set<String> yes = answered(met, count.group(), kind -> kind == Kind.YES);
            // An event counts by its days, which an answer alone does not say.
            Set<Factor> counted = yes.stream()
                    .flatMap(factor -> catalogue.factor(factor).stream())
                    .filter(factor -> factor.kind() != FactorKind.EVENT)
                    .collect(Collectors.toSet());
            return counted.size() >= count.factors()
                    && counted.stream().map(Factor::domain).distinct().count() >= count.domains();
        }
        return asked instanceof UnsettledCondition unsettled
                && answered(met, unsettled.group(), kind -> kind == Kind.UNKNOWN || kind == Kind.UNCLEAR)
                                .size()
                        >= unsettled.factors();
    }

    private Set<String> answered(List<Condition> met, String group, Predicate<Kind> kinds) {
        Set<String> factors = new HashSet<>();
        for (Condition condition : met) {
            if (condition instanceof AnsweredCondition answered
                    && kinds.test(answered.kind())
                    && catalogue.group(group).contains(answered.factor())) {
                factors.add(answered.factor());
            }
        }
        return factors;
    }
}
