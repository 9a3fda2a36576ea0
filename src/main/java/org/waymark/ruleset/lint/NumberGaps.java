package org.waymark.ruleset.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.AgedCondition.Bound;
import org.waymark.screening.rule.AgedCondition.Field;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.Rule;

/**
 * Whole numbers between two lines of a rule that no line of it has. Only an age and a measured figure can be divided so:
 * a count says "at least", and a window reaches back from today, so that neither leaves anything between.
 */
final class NumberGaps {

    /** Which number a line divides by. */
    private record Divided(String by, int withinDays) {}

    /** A line without the condition on its number, and the range of that. */
    private record Part(Rule line, Divided divided, Range range, List<Condition> rest) {}

    private final List<Rule> rules;
    private final Implication implication;

    NumberGaps(List<Rule> rules, Implication implication) {
        this.rules = rules;
        this.implication = implication;
    }

    List<Finding> findings() {
        Map<String, List<Rule>> families =
                rules.stream().collect(Collectors.groupingBy(Rule::family, TreeMap::new, Collectors.toList()));
        return families.values().stream()
                .flatMap(family -> ofFamily(family).stream())
                .toList();
    }

    private Collection<Finding> ofFamily(List<Rule> family) {
        Map<String, Finding> found = new LinkedHashMap<>();
        List<Part> parts = family.stream().flatMap(line -> parts(line).stream()).toList();
        for (Part part : parts) {
            for (Finding gap : gaps(part, parts, family)) {
                found.putIfAbsent(gap.message(), gap);
            }
        }
        return found.values();
    }

    private static List<Part> parts(Rule line) {
        List<Part> parts = new ArrayList<>();
        for (Condition condition : line.conditions()) {
            divided(condition).ifPresent(divided -> {
                List<Condition> rest = new ArrayList<>(line.conditions());
                rest.remove(condition);
                parts.add(new Part(line, divided, range(condition), rest));
            });
        }
        return parts;
    }

    private static Optional<Divided> divided(Condition condition) {
        if (condition instanceof FigureCondition figure) {
            return Optional.of(new Divided(figure.factor(), figure.withinDays()));
        } else if (condition instanceof AgedCondition aged) {
            boolean days = aged.bounds().stream().anyMatch(bound -> bound.field() == Field.DAYS_TO_18);
            boolean years = aged.bounds().stream().anyMatch(bound -> bound.field() != Field.DAYS_TO_18);
            // A range in both at once is none of a single number.
            return days && years
                    ? Optional.empty()
                    : Optional.of(new Divided(days ? "the days to 18" : "the age in months", 0));
        }
        return Optional.empty();
    }

    private static Range range(Condition condition) {
        if (condition instanceof FigureCondition figure) {
            return Range.of(figure.comparison(), figure.limit());
        }
        Range range = Range.ALL;
        for (Bound bound : ((AgedCondition) condition).bounds()) {
            Range limit = Range.of(bound.comparison(), bound.limit());
            range = range.and(bound.field() == Field.AGE ? inMonths(limit) : limit);
        }
        return range;
    }

    /** The months of some whole years of age: those of the last year go up to its last month. */
    private static Range inMonths(Range years) {
        double first = years.firstWhole();
        double last = years.lastWhole();
        return new Range(first * 12, false, last * 12 + 11, false);
    }

    /** What no line of the family has, of all that meet the rest of one line's conditions. */
    private List<Finding> gaps(Part anchor, List<Part> parts, List<Rule> family) {
        List<Part> covering = parts.stream()
                .filter(part -> part.divided().by().equals(anchor.divided().by()))
                .filter(part -> Implication.isWider(
                        part.divided().withinDays(), anchor.divided().withinDays()))
                .filter(part -> implication.implies(anchor.rest(), part.rest()))
                .sorted(Comparator.comparingDouble((Part part) -> part.range().firstWhole()))
                .toList();
        boolean whateverTheNumber =
                family.stream().anyMatch(line -> implication.implies(anchor.rest(), line.conditions()));
        if (whateverTheNumber || covering.isEmpty()) {
            return List.of();
        }
        List<Finding> gaps = new ArrayList<>();
        Part before = covering.get(0);
        for (Part part : covering.subList(1, covering.size())) {
            double first = before.range().lastWhole() + 1;
            double last = part.range().firstWhole() - 1;
            if (first <= last) {
                gaps.add(gap(before, part, (long) first, (long) last));
            }
            before = part.range().lastWhole() > before.range().lastWhole() ? part : before;
        }
        return gaps;
    }

    private static Finding gap(Part before, Part after, long first, long last) {
        return Finding.of(
                FindingKind.GAP_IN_NUMBER_RANGE,
                Severity.WARNING,
                List.of(before.line().id(), after.line().id()),
                after.line().place(),
                "between `" + before.line().id() + "` and `" + after.line().id() + "` no line of `"
                        + after.line().family() + "` has "
                        + numbers(before.divided().by(), first, last),
                "let one of them begin where the other ends, or add a line between them");
    }

    private static String numbers(String by, long first, long last) {
        boolean wholeYears = by.equals("the age in months") && first % 12 == 0 && last % 12 == 11;
        String what = wholeYears ? "the age in years" : by.startsWith("the ") ? by : "`" + by + "`";
        long from = wholeYears ? first / 12 : first;
        long to = wholeYears ? last / 12 : last;
        return what + " at `" + from + "`" + (to == from ? "" : " to `" + to + "`");
    }
}
