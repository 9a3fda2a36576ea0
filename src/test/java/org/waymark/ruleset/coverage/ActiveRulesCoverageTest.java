package org.waymark.ruleset.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.waymark.ruleset.ActiveRules;

/** The scenarios of this repository reach all of its rules. */
class ActiveRulesCoverageTest {

    private static final CoverageReport REPORT = Coverage.of(ActiveRules.ruleSet(), WrittenScenarios.active());

    @Test
    void everyLineFiresAndEveryConditionIsMetAndUnmetAlone() {
        assertThat(REPORT.gaps()).extracting(Gap::text).isEmpty();
    }

    @Test
    void everyLineAndConditionIsCounted() {
        int conditions = ActiveRules.ruleSet().rules().stream()
                .mapToInt(rule -> rule.conditions().size())
                .sum();

        assertThat(REPORT.fired())
                .isEqualTo(new Share(
                        ActiveRules.ruleSet().rules().size(),
                        ActiveRules.ruleSet().rules().size()));
        assertThat(REPORT.unmetAlone()).isEqualTo(new Share(conditions, conditions));
    }
}
