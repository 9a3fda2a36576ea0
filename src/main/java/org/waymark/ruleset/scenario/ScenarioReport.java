package org.waymark.ruleset.scenario;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.waymark.screening.Screener;
import org.waymark.screening.rule.Rule;

/**
 * What came of a run.
 *
 * @param firing how many cases have a line at its threshold
 * @param below how many have a line just below
 * @param giving how many lines have what they give held fast
 * @param wholeCases how many whole cases there are
 * @param failures what does not hold, in the order of files and lines
 * @param neverFiring lines of the rule set without a case in which they fire
 * @param neverBelow lines of the rule set without a case in which they do not
 */
public record ScenarioReport(
        int firing,
        int below,
        int giving,
        int wholeCases,
        List<ScenarioFailure> failures,
        List<String> neverFiring,
        List<String> neverBelow) {

    public ScenarioReport {
        failures = List.copyOf(failures);
        neverFiring = List.copyOf(neverFiring);
        neverBelow = List.copyOf(neverBelow);
    }

    static ScenarioReport of(Scenarios scenarios, Screener screener) {
        List<ScenarioFailure> failures = scenarios.all().stream()
                .flatMap(one -> one.failure(screener).stream())
                .toList();
        List<LineScenario> lines = scenarios.all().stream()
                .filter(LineScenario.class::isInstance)
                .map(LineScenario.class::cast)
                .toList();
        return new ScenarioReport(
                (int) lines.stream().filter(LineScenario::fires).count(),
                (int) lines.stream().filter(one -> !one.fires()).count(),
                (int) scenarios.all().stream()
                        .filter(LineGives.class::isInstance)
                        .count(),
                scenarios.wholeCases().size(),
                failures,
                without(screener, lines.stream().filter(LineScenario::fires).toList()),
                without(screener, lines.stream().filter(one -> !one.fires()).toList()));
    }

    private static List<String> without(Screener screener, List<LineScenario> scenarios) {
        Set<String> tested = scenarios.stream().map(LineScenario::rule).collect(Collectors.toSet());
        return screener.ruleSet().rules().stream()
                .map(Rule::id)
                .filter(line -> !tested.contains(line))
                .toList();
    }
}
