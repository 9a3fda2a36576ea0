package org.waymark.ruleset.coverage;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.waymark.ruleset.ActiveRules;
import org.waymark.ruleset.scenario.ScenarioReader;
import org.waymark.ruleset.scenario.Scenarios;
import org.waymark.ruleset.scenario.ScenariosRejected;
import org.waymark.screening.rule.RuleSet;

/** Scenarios that a test writes itself, and those of this repository. */
public final class WrittenScenarios {

    private WrittenScenarios() {}

    /** The scenarios of one file, {@code scenarios.yaml}. */
    public static Scenarios of(RuleSet ruleSet, String yaml) {
        try {
            return ScenarioReader.read(
                    "scenarios", Map.of("scenarios.yaml", yaml.getBytes(StandardCharsets.UTF_8)), ruleSet);
        } catch (ScenariosRejected rejected) {
            throw new AssertionError(rejected.getMessage(), rejected);
        }
    }

    /** The scenarios that stand beside the rules of this repository. */
    public static Scenarios active() {
        try {
            return ScenarioReader.read(ActiveRules.FOLDER.resolve("scenarios"), ActiveRules.ruleSet());
        } catch (ScenariosRejected rejected) {
            throw new AssertionError(rejected.getMessage(), rejected);
        }
    }
}
