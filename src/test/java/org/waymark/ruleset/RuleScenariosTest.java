package org.waymark.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.waymark.ruleset.scenario.ScenarioReader;
import org.waymark.ruleset.scenario.ScenarioReport;
import org.waymark.ruleset.scenario.Scenarios;
import org.waymark.ruleset.scenario.ScenariosRejected;

/** The policy team's own tests: every line of every rule at its threshold and just below, and whole cases. */
class RuleScenariosTest {

    private static final Scenarios SCENARIOS = read();

    private static Scenarios read() {
        try {
            return ScenarioReader.read(ActiveRules.FOLDER.resolve("scenarios"), ActiveRules.ruleSet());
        } catch (ScenariosRejected rejected) {
            throw new AssertionError(rejected.describe(), rejected);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyScenarioHolds() {
        return SCENARIOS.all().stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.title(),
                        () -> assertThat(scenario.failure(ActiveRules.screener()))
                                .isEmpty()));
    }

    @Test
    void everyLineHasACaseInWhichItFiresAndOneInWhichItDoesNot() {
        ScenarioReport report = SCENARIOS.run(ActiveRules.screener());

        assertThat(report.neverFiring()).isEmpty();
        assertThat(report.neverBelow()).isEmpty();
    }
}
