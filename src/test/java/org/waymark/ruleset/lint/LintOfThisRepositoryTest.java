package org.waymark.ruleset.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.CheckedRulesOfThisRepository;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.ruleset.scenario.ScenarioReader;
import org.waymark.ruleset.scenario.Scenarios;
import org.waymark.ruleset.scenario.ScenariosRejected;

/** The rules of this repository: what stands in them is meant, and somebody has said why. */
class LintOfThisRepositoryTest {

    private static final LintReport REPORT = report();

    private static LintReport report() {
        CheckedRules rules = CheckedRulesOfThisRepository.rules();
        RuleFiles files = RuleFiles.in(CheckedRulesOfThisRepository.FOLDER);
        try {
            Scenarios scenarios = ScenarioReader.read(RuleFiles.SCENARIOS, files.tests(), rules.asked());
            return Lint.of(rules, files, scenarios, rules);
        } catch (RuleSetRejected | ScenariosRejected rejected) {
            throw new AssertionError(rejected);
        }
    }

    @Test
    void nothingIsOpen() {
        assertThat(REPORT.findings())
                .filteredOn(Finding::open)
                .extracting(Finding::line)
                .isEmpty();
    }
}
