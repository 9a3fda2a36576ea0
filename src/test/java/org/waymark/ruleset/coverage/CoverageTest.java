package org.waymark.ruleset.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.waymark.ruleset.SmallRules;
import org.waymark.screening.rule.RuleSet;

/** What scenarios reach of a rule set, and how what they do not is told. */
class CoverageTest {

    private static final RuleSet RULES = SmallRules.of(
                    SmallRules.GOOD,
                    SmallRules.line(
                            "AA-01",
                            "Yes( factor == \"debt-bondage\" ) Yes( factor == \"gang-association\" )",
                            ".to(MACE, HIGH, SAME_DAY)"),
                    SmallRules.line(
                            "AA-02",
                            "Yes( factor == \"housing-need\" ) not Recommended( pathway == SAFEGUARDING )",
                            ".to(EARLY_HELP, PLANNED)"))
            .screener()
            .ruleSet();

    private static final String MISSING = """
            - rule: SG-12
              fires:
                observations:
                  - {factor: going-missing, answer: "yes", daysAgo: [1, 15, 30]}
              below:
                - why: only twice
                  observations:
                    - {factor: going-missing, answer: "yes", daysAgo: [1, 30]}
            """;

    private static final String EARLY_HELP = """
            - rule: AA-02
              fires:
                observations:
                  - {factor: housing-need, answer: "yes"}
              below:
                - why: no need
                  observations:
                    - {factor: housing-need, answer: "no"}
                - why: missing three times in 30 days
                  observations:
                    - {factor: housing-need, answer: "yes"}
                    - {factor: going-missing, answer: "yes", daysAgo: [1, 15, 30]}
            """;

    private static final String BOTH_UNMET_TOGETHER = """
            - rule: AA-01
              fires:
                observations:
                  - {factor: debt-bondage, answer: "yes"}
                  - {factor: gang-association, answer: "yes"}
              below:
                - why: neither
                  observations: []
            """;

    private static final String EACH_UNMET_ALONE = """
                - why: no debt
                  observations:
                    - {factor: gang-association, answer: "yes"}
                - why: no gang
                  observations:
                    - {factor: debt-bondage, answer: "yes"}
            """;

    private static CoverageReport report(String... scenarios) {
        return Coverage.of(RULES, WrittenScenarios.of(RULES, String.join("", scenarios)));
    }

    @Test
    void whereEveryConditionIsMetAndUnmetAloneNothingIsMissing() {
        CoverageReport report = report(MISSING, EARLY_HELP, BOTH_UNMET_TOGETHER, EACH_UNMET_ALONE);

        assertThat(report.gaps()).isEmpty();
        assertThat(report.lines())
                .containsExactly(
                        "Lines that fire in a scenario of their own: 3 of 3 (100 %).",
                        "Conditions met in a scenario of their line: 5 of 5 (100 %).",
                        "Conditions unmet in a scenario of their line: 5 of 5 (100 %).",
                        "Conditions unmet while all else is met: 5 of 5 (100 %).");
    }

    @Test
    void aConditionThatIsUnmetOnlyBesideOthersIsTold() {
        assertThat(report(MISSING, EARLY_HELP, BOTH_UNMET_TOGETHER).lines())
                .containsExactly(
                        "Lines that fire in a scenario of their own: 3 of 3 (100 %).",
                        "Conditions met in a scenario of their line: 5 of 5 (100 %).",
                        "Conditions unmet in a scenario of their line: 5 of 5 (100 %).",
                        "Conditions unmet while all else is met: 3 of 5 (60.0 %).",
                        "rules.drl:10  AA-01: `Yes( factor == \"debt-bondage\" )` is unmet in none of its scenarios while"
                                + " all else is met",
                        "rules.drl:10  AA-01: `Yes( factor == \"gang-association\" )` is unmet in none of its scenarios"
                                + " while all else is met");
    }

    @Test
    void aLineWithoutScenariosIsToldWithAllThatIsMissing() {
        assertThat(report(MISSING, BOTH_UNMET_TOGETHER, EACH_UNMET_ALONE).lines())
                .contains(
                        "Lines that fire in a scenario of their own: 2 of 3 (66.6 %).",
                        "rules.drl:19  AA-02 fires in no scenario of its own",
                        "rules.drl:19  AA-02: `Yes( factor == \"housing-need\" )` is met in none of its scenarios",
                        "rules.drl:19  AA-02: `Yes( factor == \"housing-need\" )` is unmet in none of its scenarios",
                        "rules.drl:19  AA-02: `not Recommended( pathway == SAFEGUARDING )` is met in none of its"
                                + " scenarios");
    }

    @Test
    void aScenarioOfAnotherLineDoesNotCount() {
        // The case of early help has a child who is missing three times, and says nothing of SG-12.
        assertThat(report(EARLY_HELP).gaps())
                .extracting(gap -> gap.rule().id())
                .contains("SG-12")
                .doesNotContain("AA-02");
    }

    @Test
    void aShareIsNeverRoundedUpToAll() {
        assertThat(new Share(2999, 3000)).hasToString("2999 of 3000 (99.9 %)");
        assertThat(new Share(3000, 3000)).hasToString("3000 of 3000 (100 %)");
        assertThat(new Share(0, 0)).hasToString("0 of 0 (100 %)");
    }
}
