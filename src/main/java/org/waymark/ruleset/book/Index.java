package org.waymark.ruleset.book;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.ruleset.CheckedRules;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.AreaCondition;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.UnsettledCondition;

/** Which lines read what: the way from a factor, a group or an area's attribute to what follows from it. */
final class Index {

    private final CheckedRules rules;
    private final Map<String, Set<Rule>> byFactor;
    private final Map<String, Set<Rule>> byGroup;
    private final Map<String, Set<Rule>> byAttribute;

    Index(CheckedRules rules) {
        this.rules = rules;
        this.byFactor = by(Index::factor);
        this.byGroup = by(Index::group);
        this.byAttribute =
                by(condition -> condition instanceof AreaCondition area ? Stream.of(area.attribute()) : Stream.empty());
    }

    private Map<String, Set<Rule>> by(Function<Condition, Stream<String>> reads) {
        Map<String, Set<Rule>> readers = new LinkedHashMap<>();
        for (Rule rule : rules.rules()) {
            rule.conditions().stream()
                    .flatMap(reads)
                    .forEach(read -> readers.computeIfAbsent(read, none -> new LinkedHashSet<>())
                            .add(rule));
        }
        return readers;
    }

    private static Stream<String> factor(Condition condition) {
        if (condition instanceof AnsweredCondition answered) {
            return Stream.of(answered.factor());
        } else if (condition instanceof EventCondition event) {
            return Stream.of(event.factor());
        }
        return condition instanceof FigureCondition figure ? Stream.of(figure.factor()) : Stream.empty();
    }

    private static Stream<String> group(Condition condition) {
        if (condition instanceof CountCondition count) {
            return Stream.of(count.group());
        }
        return condition instanceof UnsettledCondition unsettled ? Stream.of(unsettled.group()) : Stream.empty();
    }

    /** The lines that name a factor. */
    Set<Rule> naming(String factor) {
        return byFactor.getOrDefault(factor, Set.of());
    }

    /** The lines that count a group. */
    Set<Rule> counting(String group) {
        return byGroup.getOrDefault(group, Set.of());
    }

    /** The lines that ask what an area has. */
    Set<Rule> asking(String attribute) {
        return byAttribute.getOrDefault(attribute, Set.of());
    }

    /** The groups that a factor is in, in the order of the catalogue. */
    List<String> groupsOf(String factor) {
        return rules.catalogue().groups().stream()
                .filter(group -> rules.catalogue().group(group).contains(factor))
                .toList();
    }

    /** Every line that reads a factor, by its name or through a group. */
    Set<Rule> reading(String factor) {
        return Stream.concat(
                        naming(factor).stream(), groupsOf(factor).stream().flatMap(group -> counting(group).stream()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The pathways that lines give. */
    static Set<Pathway> pathways(Collection<Rule> lines) {
        Set<Pathway> pathways = EnumSet.noneOf(Pathway.class);
        lines.forEach(line -> line.conclusions().pathways().forEach(advice -> pathways.add(advice.pathway())));
        return pathways;
    }
}
