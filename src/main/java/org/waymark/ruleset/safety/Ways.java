package org.waymark.ruleset.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.UnsettledCondition;

/**
 * Goes through the ways of meeting some conditions by what is said: for each condition a value that meets it, and for a
 * count factors enough of its group. Ages and the results of earlier stages are not chosen here.
 */
final class Ways {

    private final ValueSpace space;
    private final List<Condition> conditions;
    private final SortedMap<Integer, Integer> chosen = new TreeMap<>();
    private final Predicate<SortedMap<Integer, Integer>> enough;

    private Ways(ValueSpace space, List<Condition> conditions, Predicate<SortedMap<Integer, Integer>> enough) {
        this.space = space;
        this.conditions = conditions.stream()
                .filter(condition -> !(condition instanceof AgedCondition || condition instanceof RecommendedCondition))
                .sorted(Comparator.comparingInt(Ways::order))
                .toList();
        this.enough = enough;
    }

    /**
     * Shows each way, as aspects and their values, until one is enough.
     *
     * @return whether one was
     */
    static boolean of(ValueSpace space, List<Condition> conditions, Predicate<SortedMap<Integer, Integer>> enough) {
        return new Ways(space, conditions, enough).meet(0);
    }

    /** What leaves least choice first, so that a count makes use of what was chosen before. */
    private static int order(Condition condition) {
        if (condition instanceof CountCondition count) {
            return 3 + count.factors();
        } else if (condition instanceof UnsettledCondition) {
            return 2;
        }
        return isNotYes(condition) ? 1 : 0;
    }

    private static boolean isNotYes(Condition condition) {
        return condition instanceof AnsweredCondition answered && answered.kind() == AnsweredCondition.Kind.NOT_YES;
    }

    private boolean meet(int number) {
        if (number == conditions.size()) {
            return enough.test(chosen);
        }
        Condition condition = conditions.get(number);
        List<Aspect> readers = space.reading(condition);
        if (isNotYes(condition)) {
            return readers.isEmpty() ? meet(number + 1) : meetBy(readers.get(0), condition, number);
        } else if (condition instanceof CountCondition count) {
            return count(readers, condition, number, 0, new Needed(count.factors(), count.domains()));
        } else if (condition instanceof UnsettledCondition unsettled) {
            return count(readers, condition, number, 0, new Needed(unsettled.factors(), 0));
        }
        return !readers.isEmpty() && meetBy(readers.get(0), condition, number);
    }

    /** Meets a condition by one aspect alone. */
    private boolean meetBy(Aspect aspect, Condition condition, int number) {
        Integer known = chosen.get(aspect.number());
        if (known != null) {
            return meets(aspect, known, condition) && meet(number + 1);
        }
        for (int value : valuesMeeting(aspect, condition)) {
            chosen.put(aspect.number(), value);
            if (meet(number + 1)) {
                return true;
            }
            chosen.remove(aspect.number());
        }
        return false;
    }

    /** What a count still asks for. */
    private record Needed(int factors, int domains) {}

    private boolean count(List<Aspect> readers, Condition condition, int number, int from, Needed needed) {
        List<Aspect> counted = readers.stream()
                .filter(aspect -> {
                    Integer value = chosen.get(aspect.number());
                    return value != null && meets(aspect, value, condition);
                })
                .toList();
        long domains = counted.stream().map(Aspect::domain).distinct().count();
        if (counted.size() >= needed.factors() && domains >= needed.domains()) {
            return meet(number + 1);
        }
        for (int i = from; i < readers.size(); i++) {
            Aspect aspect = readers.get(i);
            boolean otherDomain = counted.stream().noneMatch(one -> one.domain() == aspect.domain());
            if (chosen.containsKey(aspect.number()) || (domains < needed.domains() && !otherDomain)) {
                continue;
            }
            for (int value : valuesMeeting(aspect, condition)) {
                chosen.put(aspect.number(), value);
                if (count(readers, condition, number, i + 1, needed)) {
                    return true;
                }
                chosen.remove(aspect.number());
            }
        }
        return false;
    }

    /** The values that meet a condition, or count towards it, those first that do so on days that somebody gave. */
    private List<Integer> valuesMeeting(Aspect aspect, Condition condition) {
        List<Integer> values = new ArrayList<>();
        for (boolean certain : List.of(true, false)) {
            for (int value = 0; value < aspect.size(); value++) {
                if (meets(aspect, value, condition, certain) && !values.contains(value)) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    private boolean meets(Aspect aspect, int value, Condition condition) {
        return meets(aspect, value, condition, false);
    }

    private boolean meets(Aspect aspect, int value, Condition condition, boolean certain) {
        Contribution said = aspect.contributions()[value];
        int number = space.conditions().number(condition);
        if (isNotYes(condition)) {
            return !Bits.has(said.blocked(), number);
        }
        return Bits.has(certain ? said.certain() : said.all(), number)
                || countsTowards(said.tallied(), number)
                || (!certain && countsTowards(said.talliedByGuess(), number));
    }

    private boolean countsTowards(int[] tallies, int condition) {
        for (int tally : tallies) {
            if (space.tallies().get(tally).lines().stream().anyMatch(line -> line.condition() == condition)) {
                return true;
            }
        }
        return false;
    }
}
