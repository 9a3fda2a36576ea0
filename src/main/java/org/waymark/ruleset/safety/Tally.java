package org.waymark.ruleset.safety;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.fact.Several;
import org.waymark.screening.fact.Unsettled;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.UnsettledCondition;

/**
 * Something that rules have counted over the factors of a group, and where they draw the line.
 *
 * @param subject which group over which window; or which group's unsettled factors
 * @param lines the conditions on it that one factor alone cannot meet
 */
record Tally(Subject subject, List<Line> lines) {

    /** What is counted. */
    record Subject(boolean unsettled, String group, int withinDays) {}

    /** One condition: so many factors at least, from so many domains at least. */
    record Line(int condition, int factors, int domains) {}

    Tally {
        lines = List.copyOf(lines);
    }

    static List<Tally> of(Conditions conditions) {
        Map<Subject, List<Line>> lines = new LinkedHashMap<>();
        for (Condition condition : conditions.all()) {
            int number = conditions.number(condition);
            if (condition instanceof CountCondition count && (count.factors() > 1 || count.domains() > 1)) {
                lines.computeIfAbsent(new Subject(false, count.group(), count.withinDays()), none -> new ArrayList<>())
                        .add(new Line(number, count.factors(), count.domains()));
            } else if (condition instanceof UnsettledCondition unsettled && unsettled.factors() > 1) {
                lines.computeIfAbsent(new Subject(true, unsettled.group(), Fact.EVER), none -> new ArrayList<>())
                        .add(new Line(number, unsettled.factors(), 0));
            }
        }
        return lines.entrySet().stream()
                .map(entry -> new Tally(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Whether one of these facts counts here. */
    boolean counts(Collection<Fact> facts, boolean byGuess) {
        return facts.stream().anyMatch(fact -> fact.assumed() == byGuess && subject.equals(subject(fact)));
    }

    private static @Nullable Subject subject(Fact fact) {
        if (fact instanceof Several several) {
            return new Subject(false, several.group(), several.withinDays());
        }
        return fact instanceof Unsettled unsettled ? new Subject(true, unsettled.group(), Fact.EVER) : null;
    }
}
