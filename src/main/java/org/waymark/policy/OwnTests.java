package org.waymark.policy;

import java.util.Optional;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.scenario.LineScenario;
import org.waymark.ruleset.scenario.ScenarioReader;
import org.waymark.ruleset.scenario.Scenarios;
import org.waymark.ruleset.scenario.ScenariosRejected;
import org.waymark.screening.Screener;
import org.waymark.screening.rule.RuleEngine;
import org.waymark.screening.rule.RuleSet;
import org.waymark.screening.rule.Stage;

/** The first screening by a version: every case in which one of its lines must fire. */
final class OwnTests implements Smoke {

    @Override
    public Optional<String> fault(RuleSet ruleSet, RuleFiles files) {
        fireOnNothing(ruleSet.engine());
        try {
            Scenarios scenarios = ScenarioReader.read(RuleFiles.SCENARIOS, files.tests(), ruleSet);
            Screener screener = new Screener(ruleSet);
            return scenarios.all().stream()
                    .filter(one -> one instanceof LineScenario line && line.fires())
                    .filter(one -> !one.holds(screener))
                    .findFirst()
                    .map(one -> "its own test at " + one.place() + " does not hold: " + one.title());
        } catch (ScenariosRejected rejected) {
            return Optional.of(rejected.describe());
        }
    }

    private static void fireOnNothing(RuleEngine engine) {
        try (RuleEngine.Round round = engine.open()) {
            for (Stage stage : Stage.values()) {
                round.fire(stage);
            }
        }
    }
}
