package org.waymark.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.waymark.screening.rule.Rule;

/** The policy team's own tests: every line of every rule at its threshold, and just below. */
class RuleScenariosTest {

    private static final List<Scenario> SCENARIOS = Scenario.in(ActiveRules.FOLDER.resolve("scenarios"));

    @TestFactory
    Stream<DynamicTest> everyScenarioHolds() {
        return SCENARIOS.stream().map(scenario -> DynamicTest.dynamicTest(scenario.toString(), () -> holds(scenario)));
    }

    private static void holds(Scenario scenario) {
        Set<String> fired =
                ActiveRules.screener().pass(scenario.assessment(), List.of()).fired();
        if (scenario.fires()) {
            assertThat(fired).contains(scenario.rule());
        } else {
            assertThat(fired).doesNotContain(scenario.rule());
        }
    }

    @Test
    void everyLineHasACaseInWhichItFiresAndOneInWhichItDoesNot() {
        Set<String> lines =
                ActiveRules.ruleSet().rules().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));

        assertThat(rulesOf(true)).isEqualTo(lines);
        assertThat(rulesOf(false)).isEqualTo(lines);
    }

    private static Set<String> rulesOf(boolean fires) {
        return SCENARIOS.stream()
                .filter(scenario -> scenario.fires() == fires)
                .map(Scenario::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
