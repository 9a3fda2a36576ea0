package org.waymark.ruleset.book;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.waymark.ruleset.scenario.LineScenario;
import org.waymark.ruleset.scenario.Scenarios;

/** What the book tells of the scenarios: which line, how many cases, and why a case is just below. */
public final class BookScenarios {

    private BookScenarios() {}

    /** How each line was tried, in the order in which the scenarios speak of them. */
    public static List<BookScenario> of(Scenarios scenarios) {
        Map<String, List<LineScenario>> byLine = scenarios.all().stream()
                .filter(LineScenario.class::isInstance)
                .map(LineScenario.class::cast)
                .collect(Collectors.groupingBy(LineScenario::rule, LinkedHashMap::new, Collectors.toList()));
        return byLine.entrySet().stream()
                .map(line -> tried(line.getKey(), line.getValue()))
                .toList();
    }

    private static BookScenario tried(String line, List<LineScenario> cases) {
        int fires = (int) cases.stream().filter(LineScenario::fires).count();
        List<String> whys = cases.stream()
                .filter(one -> !one.fires())
                .map(LineScenario::why)
                .toList();
        return new BookScenario(line, fires, whys);
    }
}
