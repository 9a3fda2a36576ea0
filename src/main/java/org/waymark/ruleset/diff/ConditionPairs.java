package org.waymark.ruleset.diff;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiPredicate;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.AreaCondition;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.ContactCondition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.UnsettledCondition;

/**
 * Which condition of a changed line was which before. A rule has no joins between its conditions, so their order says
 * nothing: equal ones are the same, then those that ask of the same thing are one condition whose figures changed.
 */
final class ConditionPairs {

    /** A condition as it was and as it is. */
    record Pair(Condition before, Condition after) {}

    private final List<Pair> changed = new ArrayList<>();
    private final List<Condition> removed;
    private final List<Condition> added;

    ConditionPairs(List<Condition> before, List<Condition> after) {
        removed = new ArrayList<>(before);
        added = new ArrayList<>(after);
        pair(Condition::equals, false);
        pair((was, is) -> about(was).equals(about(is)), true);
    }

    private void pair(BiPredicate<Condition, Condition> same, boolean differ) {
        for (Iterator<Condition> left = removed.iterator(); left.hasNext(); ) {
            Condition was = left.next();
            added.stream().filter(is -> same.test(was, is)).findFirst().ifPresent(is -> {
                left.remove();
                added.remove(is);
                if (differ) {
                    changed.add(new Pair(was, is));
                }
            });
        }
    }

    private static String about(Condition condition) {
        if (condition instanceof AnsweredCondition answered) {
            return "answer " + answered.factor();
        } else if (condition instanceof EventCondition event) {
            return "event " + event.factor();
        } else if (condition instanceof FigureCondition figure) {
            return "figure " + figure.factor();
        } else if (condition instanceof CountCondition count) {
            return "count " + count.group();
        } else if (condition instanceof UnsettledCondition unsettled) {
            return "unsettled " + unsettled.group();
        } else if (condition instanceof RecommendedCondition recommended) {
            return "recommended " + recommended.pathway();
        } else if (condition instanceof AreaCondition area) {
            return "area " + area.attribute();
        } else if (condition instanceof ContactCondition contact) {
            return "contact " + contact.referredBy();
        } else if (condition instanceof AgedCondition) {
            return "age";
        }
        throw new IllegalArgumentException("no comparison for " + condition);
    }

    /** Those that ask of the same thing as before, and not the same. */
    List<Pair> changed() {
        return List.copyOf(changed);
    }

    List<Condition> removed() {
        return List.copyOf(removed);
    }

    List<Condition> added() {
        return List.copyOf(added);
    }
}
