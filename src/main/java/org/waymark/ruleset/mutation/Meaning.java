package org.waymark.ruleset.mutation;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;
import org.waymark.assessment.FactorKind;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.Conclusions.PathwayAdvice;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.Manifest;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.RuleSet;

/**
 * What a condition comes to. Two conditions of one meaning are met by the same cases, whatever anybody writes down: what
 * tells them apart is the pen alone, and no scenario can. Where nothing is proven a condition is its own meaning.
 */
final class Meaning {

    /** Whole numbers from one to another, both included. */
    private record Range(int from, int to) {

        private static final Range ALL = new Range(Integer.MIN_VALUE, Integer.MAX_VALUE);

        Range and(Range other) {
            return new Range(Math.max(from, other.from), Math.min(to, other.to));
        }
    }

    private static final int ADULT = 18;
    private static final int FEWEST_DAYS_A_YEAR = 365;

    /** An age that nobody has: whatever its bounds, it is never met. */
    private static final String NO_AGE = "no age";

    /** Which of the results that the rules can give meet it, and whether it asks for one of them or for none. */
    private record Results(Pathway pathway, Set<String> met, boolean negated) {}

    private final Catalogue catalogue;
    private final Manifest manifest;
    private final List<PathwayAdvice> given;

    Meaning(RuleSet ruleSet) {
        this.catalogue = ruleSet.catalogue();
        this.manifest = ruleSet.manifest();
        this.given = ruleSet.rules().stream()
                .flatMap(rule -> rule.conclusions().pathways().stream())
                .toList();
    }

    Object of(Condition condition) {
        if (condition instanceof AgedCondition aged) {
            return age(aged);
        } else if (condition instanceof CountCondition count) {
            return count(count);
        } else if (condition instanceof RecommendedCondition recommended) {
            return results(recommended);
        }
        return condition;
    }

    /** Ages are whole numbers: over 12 is 13 and over. So many days before 18 nobody is younger than so many years. */
    private static Object age(AgedCondition aged) {
        Map<AgedCondition.Field, Range> ranges = new EnumMap<>(AgedCondition.Field.class);
        for (AgedCondition.Bound bound : aged.bounds()) {
            ranges.merge(bound.field(), range(bound), Range::and);
        }
        Range days = ranges.getOrDefault(AgedCondition.Field.DAYS_TO_18, Range.ALL);
        if (days.to() < Integer.MAX_VALUE) {
            ranges.merge(AgedCondition.Field.AGE, new Range(youngest(days.to()), Integer.MAX_VALUE), Range::and);
        }
        ranges.values().removeIf(Range.ALL::equals);
        boolean none = ranges.values().stream().anyMatch(range -> range.from() > range.to());
        return none ? NO_AGE : ranges;
    }

    /**
     * The youngest that somebody is with at most so many days to go to 18: at 17 there is at least one, and each year
     * before that has 365 or more.
     */
    private static int youngest(int daysTo18) {
        return daysTo18 <= 0 ? ADULT : Math.max(0, ADULT - 1 - (daysTo18 - 1) / FEWEST_DAYS_A_YEAR);
    }

    private static Range range(AgedCondition.Bound bound) {
        int limit = bound.limit();
        Range range = switch (bound.comparison()) {
            case EQUAL -> new Range(limit, limit);
            case LESS -> new Range(Integer.MIN_VALUE, limit - 1);
            case AT_MOST -> new Range(Integer.MIN_VALUE, limit);
            case MORE -> new Range(limit + 1, Integer.MAX_VALUE);
            case AT_LEAST -> new Range(limit, Integer.MAX_VALUE);
        };
        // Nobody is younger than nought; the days to 18 go on below it.
        return bound.field() == AgedCondition.Field.DAYS_TO_18 ? range : range.and(new Range(0, Integer.MAX_VALUE));
    }

    /**
     * So many factors are of at least so many domains, and so many domains take at least so many factors. A group
     * without events is counted alike over every window: what is so now has no day.
     */
    private Condition count(CountCondition count) {
        List<Factor> group =
                catalogue.group(count.group()).stream().map(catalogue::require).toList();
        int factors = Math.max(count.factors(), count.domains());
        int domains = Math.max(count.domains(), fewestDomains(group, factors));
        boolean events = group.stream().anyMatch(factor -> factor.kind() == FactorKind.EVENT);
        return new CountCondition(
                count.group(), Math.max(factors, domains), domains, events ? count.withinDays() : Fact.EVER);
    }

    /** From how many domains so many factors of a group come, where as many as can be are of one. */
    private static int fewestDomains(List<Factor> group, int factors) {
        List<Long> largestFirst =
                group.stream().collect(Collectors.groupingBy(Factor::domain, Collectors.counting())).values().stream()
                        .sorted(Comparator.reverseOrder())
                        .toList();
        int domains = 0;
        for (long left = factors; left > 0 && domains < largestFirst.size(); domains++) {
            left -= largestFirst.get(domains);
        }
        return domains;
    }

    /**
     * A limit that moves past no urgency and no level that any rule gives to that pathway stays where it is. Guards give
     * safeguarding the same day or one working day, and a date that nobody gave makes anything faster one working day.
     */
    private Object results(RecommendedCondition recommended) {
        Set<String> met = new TreeSet<>();
        for (Urgency urgency : urgencies(recommended.pathway())) {
            for (String level : levels(recommended.pathway())) {
                if (urgency.isAtLeast(recommended.urgency())
                        && manifest.rank(level) >= manifest.rank(recommended.level())) {
                    met.add(urgency + " " + level);
                }
            }
        }
        return new Results(recommended.pathway(), met, recommended.negated());
    }

    private Set<Urgency> urgencies(Pathway pathway) {
        Set<Urgency> urgencies = EnumSet.of(Urgency.SAME_DAY, Urgency.ONE_WORKING_DAY);
        given.stream()
                .filter(advice -> advice.pathway() == pathway)
                .map(PathwayAdvice::urgency)
                .forEach(urgencies::add);
        return urgencies;
    }

    private Set<String> levels(Pathway pathway) {
        Set<String> levels = new TreeSet<>(Set.of(manifest.lowestLevel()));
        given.stream()
                .filter(advice -> advice.pathway() == pathway)
                .map(PathwayAdvice::level)
                .flatMap(level -> Optional.ofNullable(level).stream())
                .forEach(levels::add);
        return levels;
    }
}
