package org.waymark.ruleset.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.ruleset.CheckedRules;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.Rule;

/**
 * A rule with all its lines.
 *
 * @param id what the lines' ids share, such as {@code SG-02}
 * @param title what the rule is about
 */
record Family(String id, String title, List<Rule> lines) {

    Family {
        lines = List.copyOf(lines);
    }

    /** All rules of a set, in the order of their ids. */
    static List<Family> of(CheckedRules rules) {
        Map<String, List<Rule>> lines = new LinkedHashMap<>();
        rules.rules()
                .forEach(line -> lines.computeIfAbsent(line.family(), none -> new ArrayList<>())
                        .add(line));
        return lines.entrySet().stream()
                .map(entry -> new Family(
                        entry.getKey(),
                        rules.notes()
                                .rules()
                                .getOrDefault(
                                        entry.getKey(), entry.getValue().get(0).title()),
                        entry.getValue()))
                .toList();
    }

    /** The letters that its id begins with, such as {@code SG}. */
    String letters() {
        return id.split("-", 2)[0];
    }

    /** The chapter in which it stands: the pathway that most of its lines give, if they give any. */
    Chapter chapter() {
        return Stream.of(Chapter.values())
                .filter(chapter -> chapter.lines(this) > 0)
                .filter(chapter -> chapter.pathway() != null || pathways().isEmpty())
                .max(Comparator.comparingLong((Chapter chapter) -> chapter.pathway() == null ? 0 : chapter.lines(this))
                        .thenComparing(Comparator.<Chapter>naturalOrder().reversed()))
                .orElse(Chapter.BLOCKS);
    }

    /** Every pathway that a line of it gives. */
    Set<Pathway> pathways() {
        Set<Pathway> pathways = EnumSet.noneOf(Pathway.class);
        lines.forEach(line -> line.conclusions().pathways().forEach(advice -> pathways.add(advice.pathway())));
        return pathways;
    }
}
