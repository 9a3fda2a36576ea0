package org.waymark.ruleset.diff;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.waymark.ruleset.CheckedRules;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.UnsettledCondition;

/** Which lines read a factor, itself or among a group, and which read a group: what a change of it may change. */
final class Readers {

    private final Map<String, SortedSet<String>> ofFactors = new TreeMap<>();
    private final Map<String, SortedSet<String>> ofGroups = new TreeMap<>();

    Readers(CheckedRules before, CheckedRules after) {
        add(before);
        add(after);
    }

    private void add(CheckedRules rules) {
        for (Rule rule : rules.rules()) {
            rule.conditions().forEach(condition -> add(rule.id(), condition, rules));
        }
    }

    private void add(String line, Condition condition, CheckedRules rules) {
        if (condition instanceof AnsweredCondition answered) {
            put(ofFactors, answered.factor(), line);
        } else if (condition instanceof EventCondition event) {
            put(ofFactors, event.factor(), line);
        } else if (condition instanceof FigureCondition figure) {
            put(ofFactors, figure.factor(), line);
        } else if (condition instanceof CountCondition count) {
            addGroup(line, count.group(), rules);
        } else if (condition instanceof UnsettledCondition unsettled) {
            addGroup(line, unsettled.group(), rules);
        }
    }

    private void addGroup(String line, String group, CheckedRules rules) {
        put(ofGroups, group, line);
        rules.catalogue().group(group).forEach(factor -> put(ofFactors, factor, line));
    }

    private static void put(Map<String, SortedSet<String>> lines, String of, String line) {
        lines.computeIfAbsent(of, name -> new TreeSet<>()).add(line);
    }

    List<String> ofFactor(String id) {
        return List.copyOf(ofFactors.getOrDefault(id, new TreeSet<>()));
    }

    List<String> ofGroup(String name) {
        return List.copyOf(ofGroups.getOrDefault(name, new TreeSet<>()));
    }
}
