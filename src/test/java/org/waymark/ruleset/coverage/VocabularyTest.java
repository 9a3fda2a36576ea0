package org.waymark.ruleset.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.waymark.ruleset.SmallRules;
import org.waymark.screening.rule.RuleSet;

/** Which words of the contract come out of scenarios, and how those that do not are told. */
class VocabularyTest {

    private static final RuleSet RULES = SmallRules.of(
                    SmallRules.GOOD,
                    SmallRules.line(
                            "AA-01",
                            "Yes( factor == \"housing-need\" )",
                            ".withService(HOUSING).withAction(SAFETY_PLAN, PLANNED).blocking(STEP_DOWN).flagging(STALE)"))
            .screener()
            .ruleSet();

    private static final String MISSING = """
            - rule: SG-12
              fires:
                observations:
                  - {factor: going-missing, answer: "yes", daysAgo: [1, 15, 30]}
            """;

    private static VocabularyReport report(String scenarios) {
        return Vocabulary.of(RULES, WrittenScenarios.of(RULES, scenarios));
    }

    @Test
    void whatComesOutOfALinesOwnCaseIsSeen() {
        // Safeguarding and MACE, the level standard, the same day and one working day.
        assertThat(report(MISSING).comeOut().part()).isEqualTo(5);
        assertThat(report(MISSING).lines())
                .startsWith("Words of the contract that come out of a scenario: 5 of 80 (6.2 %).");
    }

    @Test
    void aWordThatNoScenarioShowsIsToldApartFromOneThatNothingGives() {
        assertThat(report(MISSING).lines())
                .contains(
                        "The service `housing` is given by a rule and comes out of no scenario.",
                        "The action `safety-plan` is given by a rule and comes out of no scenario.",
                        "The urgency `planned` is given by a rule and comes out of no scenario.",
                        "The block `step-down` is given by a rule and comes out of no scenario.",
                        "The flag `stale` is given by a rule and comes out of no scenario.",
                        "The service `mentoring` is given by no rule and comes out of no scenario.",
                        "The level `high` is given by no rule and comes out of no scenario.",
                        "The pathway `early-help` is given by no rule and comes out of no scenario.")
                .noneMatch(line -> line.contains("`safeguarding`"));
    }

    @Test
    void whatAGuardOrTheCaseFileGivesComesOutOfAWholeCase() {
        String adult = """
                - case: Missing, and 18
                  age: 18
                  given:
                    observations:
                      - {factor: going-missing, answer: "yes"}
                  expect:
                    actions: [adult-safeguarding]
                """;

        assertThat(report(adult).lines())
                .noneMatch(line -> line.contains("`adult-safeguarding`"))
                .noneMatch(line -> line.contains("`date-not-given`"));
    }

    @Test
    void whatEarlierContactsToldIsKnownAtTheLast() {
        String twoContacts = """
                - case: Missing, told in two contacts
                  timeline:
                    - contact: first
                      daysAgo: 10
                      observations:
                        - {factor: going-missing, answer: "yes", daysAgo: [5, 15]}
                    - contact: second
                      daysAgo: 0
                      observations:
                        - {factor: going-missing, answer: "yes", daysAgo: [1]}
                  expect:
                    pathways: [safeguarding same-day]
                """;

        assertThat(report(twoContacts).comeOut().part()).isEqualTo(5);
    }
}
