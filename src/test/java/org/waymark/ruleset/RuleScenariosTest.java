package org.waymark.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.waymark.ruleset.scenario.ScenarioFailure;
import org.waymark.ruleset.scenario.ScenarioReader;
import org.waymark.ruleset.scenario.ScenarioReport;
import org.waymark.ruleset.scenario.ScenariosRejected;

/** The policy team's own tests: every line of every rule at its threshold and just below, and whole cases. */
class RuleScenariosTest {

    private static final ScenarioReport REPORT = run();

    private static ScenarioReport run() {
        try {
            return ScenarioReader.read(ActiveRules.FOLDER.resolve("scenarios"), ActiveRules.ruleSet())
                    .run(ActiveRules.screener());
        } catch (ScenariosRejected rejected) {
            throw new AssertionError(rejected.describe(), rejected);
        }
    }

    @Test
    void everyScenarioHolds() {
        assertThat(REPORT.failures().stream().map(ScenarioFailure::text)).isEmpty();
        assertThat(REPORT.holds()).isTrue();
    }

    @Test
    void everyLineHasACaseInWhichItFiresAndOneInWhichItDoesNotAndSaysWhatItGives() {
        assertThat(REPORT.neverFiring()).isEmpty();
        assertThat(REPORT.neverBelow()).isEmpty();
        assertThat(REPORT.neverGiving()).isEmpty();
        assertThat(REPORT.isComplete()).isTrue();
    }
}
