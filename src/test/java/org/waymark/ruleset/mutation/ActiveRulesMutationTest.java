package org.waymark.ruleset.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waymark.ruleset.ActiveRules;
import org.waymark.ruleset.coverage.Among;
import org.waymark.ruleset.coverage.WrittenScenarios;
import org.waymark.ruleset.mutation.Mutant.Part;
import org.waymark.ruleset.scenario.Scenario;
import org.waymark.ruleset.scenario.Scenarios;
import org.waymark.screening.Screener;

/** The scenarios of this repository would notice a slip of the pen in its rules. */
class ActiveRulesMutationTest {

    private static final double LEAST_PERCENT = 95;

    private static final Scenarios SCENARIOS = WrittenScenarios.active();
    private static final MutationReport REPORT = Mutation.of(ActiveRules.ruleSet(), SCENARIOS);

    @ParameterizedTest
    @EnumSource(Part.class)
    void nearlyEveryChangeWouldBeNoticed(Part part) {
        assertThat(REPORT.noticed(part).percent())
                .as(String.join("\n", REPORT.survivors()))
                .isGreaterThanOrEqualTo(LEAST_PERCENT);
    }

    @Test
    void everyLineIsTriedInBothItsParts() {
        for (Part part : Part.values()) {
            assertThat(REPORT.mutants().stream()
                            .filter(mutant -> mutant.part() == part)
                            .map(Mutant::rule)
                            .distinct())
                    .containsExactlyElementsOf(ActiveRules.ruleSet().rules());
        }
    }

    /** A line is asked among as few others as will do; here a sample is asked among all, case by case. */
    @Test
    void askedAmongFewALineFiresAsAmongAll() {
        Among among = new Among(ActiveRules.ruleSet());

        assertThat(sample()).hasSizeGreaterThan(100).allSatisfy(mutant -> {
            String line = mutant.rule().id();
            assertThat(holding(line, among.few(line, List.of(mutant.changed()))))
                    .as(mutant.change())
                    .isEqualTo(holding(line, among.all(line, List.of(mutant.changed()))));
        });
    }

    private static List<Mutant> sample() {
        return IntStream.range(0, REPORT.mutants().size())
                .filter(index -> index % 41 == 0)
                .mapToObj(REPORT.mutants()::get)
                .toList();
    }

    private static List<Boolean> holding(String line, Screener screener) {
        return SCENARIOS.ofLine(line).stream()
                .map((Scenario scenario) -> scenario.holds(screener))
                .toList();
    }
}
