package org.waymark.ruleset.safety;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.waymark.assessment.Catalogue;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;

/**
 * Where the rules draw the line about one factor.
 *
 * @param windows in days, the shortest first, without "at any time"
 * @param times how often, once among them
 * @param reportedTimes how often police or youth justice must have reported it; empty where no rule asks that
 * @param figures what a figure is compared with
 */
record Limits(
        SortedSet<Integer> windows,
        SortedSet<Integer> times,
        SortedSet<Integer> reportedTimes,
        SortedSet<Double> figures) {

    static Limits of(String factor, Collection<Condition> conditions, Catalogue catalogue) {
        List<EventCondition> events = only(EventCondition.class, conditions)
                .filter(event -> event.factor().equals(factor))
                .toList();
        List<FigureCondition> figures = only(FigureCondition.class, conditions)
                .filter(figure -> figure.factor().equals(factor))
                .toList();
        Stream<Integer> inGroups = only(CountCondition.class, conditions)
                .filter(count -> catalogue.group(count.group()).contains(factor))
                .map(CountCondition::withinDays);
        SortedSet<Integer> windows = new TreeSet<>(Stream.of(
                        events.stream().map(EventCondition::withinDays),
                        figures.stream().map(FigureCondition::withinDays),
                        inGroups)
                .flatMap(days -> days)
                .filter(days -> days != Fact.EVER)
                .toList());
        return new Limits(
                windows,
                new TreeSet<>(Stream.concat(
                                Stream.of(1),
                                events.stream()
                                        .filter(event -> !event.offence())
                                        .map(EventCondition::times))
                        .toList()),
                new TreeSet<>(events.stream()
                        .filter(EventCondition::offence)
                        .map(EventCondition::times)
                        .toList()),
                new TreeSet<>(figures.stream().map(FigureCondition::limit).toList()));
    }

    private static <C extends Condition> Stream<C> only(Class<C> type, Collection<Condition> conditions) {
        return conditions.stream().filter(type::isInstance).map(type::cast);
    }
}
