package org.waymark.ruleset.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.waymark.ruleset.SmallRules;
import org.waymark.ruleset.coverage.Share;
import org.waymark.ruleset.coverage.WrittenScenarios;
import org.waymark.ruleset.mutation.Mutant.Part;
import org.waymark.screening.rule.RuleSet;

/** Which changes scenarios would notice, and how those that they would not are told. */
class MutationTest {

    private static final RuleSet RULES =
            SmallRules.of(SmallRules.GOOD).screener().ruleSet();

    private static MutationReport report(String scenarios) {
        return Mutation.of(RULES, WrittenScenarios.of(RULES, scenarios));
    }

    @Test
    void casesOnBothSidesOfEveryThresholdNoticeEveryChangeOfAFigure() {
        MutationReport report = report("""
                - rule: SG-12
                  fires:
                    observations:
                      - {factor: going-missing, answer: "yes", daysAgo: [1, 15, 30]}
                  below:
                    - why: only twice in 30 days
                      observations:
                        - {factor: going-missing, answer: "yes", daysAgo: [1, 30]}
                    - why: the first was 31 days ago
                      observations:
                        - {factor: going-missing, answer: "yes", daysAgo: [1, 15, 31]}
                """);

        assertThat(report.noticed(Part.CONDITIONS).isAll()).isTrue();
        assertThat(report.lines())
                .startsWith("Changes to when a line fires that a scenario would notice: 5 of 5 (100 %).");
    }

    @Test
    void aCaseFarAboveTheThresholdIsFoundOut() {
        MutationReport report = report("""
                - rule: SG-12
                  fires:
                    observations:
                      - {factor: going-missing, answer: "yes", daysAgo: [1, 2, 3, 4, 5]}
                  below:
                    - why: nothing at all happened
                      observations: []
                """);

        assertThat(report.lines())
                .startsWith("Changes to when a line fires that a scenario would notice: 1 of 5 (20.0 %).")
                .contains(
                        "rules.drl:1  Nobody would notice if 30 became 31 in SG-12 (withinDays).",
                        "rules.drl:1  Nobody would notice if 30 became 29 in SG-12 (withinDays).",
                        "rules.drl:1  Nobody would notice if 3 became 4 in SG-12 (times).",
                        "rules.drl:1  Nobody would notice if 3 became 2 in SG-12 (times).")
                .noneMatch(line -> line.contains("the condition"));
    }

    @Test
    void aCaseBeyondTheThresholdNoticesThatAtLeastBecameExactly() {
        RuleSet rules = SmallRules.of(
                        SmallRules.line("AA-01", "YoungPerson( age >= 16 )", ".to(SAFEGUARDING, SAME_DAY)"))
                .screener()
                .ruleSet();
        String atTheThreshold = """
                - rule: AA-01
                  fires:
                    age: 16
                    observations: []
                  below:
                    - why: aged 15
                      age: 15
                      observations: []
                """;
        String beyond = """
                  alsoFires:
                    - why: aged 17
                      age: 17
                      observations: []
                """;

        assertThat(Mutation.of(rules, WrittenScenarios.of(rules, atTheThreshold))
                        .survivors())
                .contains("Nobody would notice if `>=` became `==` in AA-01 (age).");
        assertThat(Mutation.of(rules, WrittenScenarios.of(rules, atTheThreshold + beyond))
                        .noticed(Part.CONDITIONS))
                .isEqualTo(new Share(6, 6));
    }

    @Test
    void whatALineGivesIsNoticedWhereAScenarioSaysIt() {
        MutationReport report = report("""
                - rule: SG-12
                  gives: {pathways: [safeguarding same-day, mace standard one-working-day]}
                """);

        assertThat(report.noticed(Part.CONCLUSIONS)).isEqualTo(new Share(8, 8));
        assertThat(report("[]").survivors())
                .contains(
                        "Nobody would notice if safeguarding was dropped from SG-12.",
                        "Nobody would notice if standard became high for MACE in SG-12.");
    }

    @Test
    void aWholeCaseNoticesWhatTheLineItselfDoesNot() {
        MutationReport report = report("""
                - case: Missing again and again
                  given:
                    observations:
                      - {factor: going-missing, answer: "yes", daysAgo: [1, 15, 30]}
                  expect:
                    pathways: [safeguarding same-day]
                """);

        assertThat(report.survivors())
                .contains(
                        "Nobody would notice if 3 became 2 in SG-12 (times).",
                        "Nobody would notice if MACE was dropped from SG-12.")
                .doesNotContain(
                        "Nobody would notice if 3 became 4 in SG-12 (times).",
                        "Nobody would notice if same-day became one-working-day for safeguarding in SG-12.");
    }

    @Test
    void aWholeCaseThatDoesNotHoldAsThingsAreNoticesNothing() {
        MutationReport report = report("""
                - case: Missing once
                  given:
                    observations:
                      - {factor: going-missing, answer: "yes", daysAgo: [1]}
                  expect:
                    pathways: [safeguarding same-day]
                """);

        assertThat(report.unnoticed()).isEqualTo(report.mutants());
    }

    @Test
    void withoutScenariosNothingIsNoticed() {
        MutationReport report = report("[]");

        assertThat(report.unnoticed()).isEqualTo(report.mutants()).isNotEmpty();
        assertThat(report.noticed(Part.CONDITIONS).percent()).isZero();
    }

    @Test
    void aScenarioThatDoesNotHoldAsThingsAreNoticesNothing() {
        MutationReport report = report("""
                - rule: SG-12
                  fires:
                    observations:
                      - {factor: going-missing, answer: "yes", daysAgo: [1]}
                """);

        assertThat(report.unnoticed()).isEqualTo(report.mutants());
    }

    @Test
    void aLineThatReadsWhatWasRecommendedIsAskedAmongTheOthers() {
        RuleSet rules = SmallRules.of(
                        SmallRules.line("AA-01", "Yes( factor == \"debt-bondage\" )", ".to(MACE, HIGH, SAME_DAY)"),
                        SmallRules.line(
                                "AA-02",
                                "Recommended( pathway == MACE, urgency == SAME_DAY )",
                                ".withAction(SAFETY_PLAN)"))
                .screener()
                .ruleSet();
        MutationReport report = Mutation.of(rules, WrittenScenarios.of(rules, """
                        - rule: AA-02
                          fires:
                            observations:
                              - {factor: debt-bondage, answer: "yes"}
                        """));

        assertThat(report.survivors())
                .doesNotContain("Nobody would notice if same-day became immediate in AA-02 (urgency).")
                .contains(
                        "Nobody would notice if the condition `Recommended( pathway == MACE, level == SCREEN, urgency == SAME_DAY )`"
                                + " was dropped from AA-02.");
    }

    @Test
    void theSameRulesAndScenariosGiveTheSameReport() {
        String scenarios = """
                - rule: SG-12
                  fires:
                    observations:
                      - {factor: going-missing, answer: "yes", daysAgo: [1, 2, 3]}
                """;

        assertThat(report(scenarios)).isEqualTo(report(scenarios));
        assertThat(report(scenarios).lines()).isEqualTo(report(scenarios).lines());
    }
}
