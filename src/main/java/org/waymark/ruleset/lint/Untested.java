package org.waymark.ruleset.lint;

import java.util.List;
import org.waymark.ruleset.scenario.LineScenario;
import org.waymark.ruleset.scenario.Scenarios;
import org.waymark.screening.rule.Rule;

/** Lines of which no scenario has a case in which they fire: nobody would notice if they never did. */
final class Untested {

    private Untested() {}

    static List<Finding> findings(List<Rule> rules, Scenarios scenarios) {
        return rules.stream()
                .filter(rule -> scenarios.ofLine(rule.id()).stream()
                        .noneMatch(one -> one instanceof LineScenario line && line.fires()))
                .map(rule -> Finding.of(
                        FindingKind.RULE_WITHOUT_SCENARIO,
                        Severity.FAULT,
                        List.of(rule.id()),
                        rule.place(),
                        "no scenario has a case in which `" + rule.id() + "` fires",
                        "write one in `scenarios/`, under `- rule: " + rule.id() + "`"))
                .toList();
    }
}
