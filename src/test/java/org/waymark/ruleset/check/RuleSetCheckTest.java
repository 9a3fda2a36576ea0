package org.waymark.ruleset.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.CheckedRulesOfThisRepository;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.SmallRules;
import org.waymark.ruleset.lint.Finding;
import org.waymark.ruleset.lint.FindingKind;

/**
 * The whole check, and what it says of the slips of a policy officer; on a small rule set, since the repository's own is
 * checked where its jar is tried.
 */
class RuleSetCheckTest {

    private static final String SCENARIOS = """
            - rule: SG-12
              gives: {pathways: [safeguarding same-day, mace standard one-working-day]}
              fires:
                observations:
                  - {factor: going-missing, answer: "yes", daysAgo: [1, 15, 30]}
              below:
                - why: twice only
                  observations:
                    - {factor: going-missing, answer: "yes", daysAgo: [1, 30]}
                - why: the first 31 days ago
                  observations:
                    - {factor: going-missing, answer: "yes", daysAgo: [1, 15, 31]}
            """;
    private static final String REGISTER = "id,kind,title,where\nSG-12,rule,Missing three times,\n";

    private static CheckReport check(SmallRules rules) {
        return RuleSetCheck.of(rules.files(), section -> {});
    }

    private static SmallRules rules(String rule) {
        return SmallRules.of(rule)
                .with(RuleFiles.SCENARIOS + "rules.yaml", SCENARIOS)
                .with("register.csv", REGISTER);
    }

    private static Section section(CheckReport report, String name) {
        return report.sections().stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(report.toString()));
    }

    @Test
    void eachSectionIsToldAsSoonAsItIsKnown() {
        List<Section> heard = new ArrayList<>();

        CheckReport report = RuleSetCheck.of(rules(SmallRules.GOOD).files(), heard::add);

        assertThat(heard).isEqualTo(report.sections());
        assertThat(heard)
                .extracting(Section::name)
                .containsExactly(
                        "Rules",
                        "Register",
                        "Lint",
                        "Engine",
                        "Scenarios",
                        "Meaning",
                        "Coverage",
                        "Vocabulary",
                        "Safety",
                        "Mutation");
        assertThat(report.name()).isEqualTo("test.1");
    }

    /** One rule of one sign keeps no promise about early help or the other words of the contract. */
    @Test
    void ofASmallRuleSetWhatIsThereIsRightAndWhatIsNotThereIsTold() {
        CheckReport report = check(rules(SmallRules.GOOD));

        assertThat(report.failed()).extracting(Section::name).containsExactly("Vocabulary", "Safety");
        assertThat(section(report, "Safety").details()).anyMatch(line -> line.startsWith("NEVER"));
    }

    @Test
    void rulesThatCannotBeReadAreLookedAtNoFurther() {
        CheckReport report = check(rules(SmallRules.GOOD.replace("STANDARD", "HIGHEST")));

        assertThat(report.ok()).isFalse();
        assertThat(report.name()).isNull();
        assertThat(report.sections()).extracting(Section::name).containsExactly("Rules");
        assertThat(section(report, "Rules").details())
                .anyMatch(line -> line.startsWith("rules.drl:") && line.contains("`HIGHEST`"));
    }

    @Test
    void aWindowThatBecameShorterIsNoticedByTheScenarios() {
        CheckReport report = check(rules(SmallRules.GOOD.replace("withinDays == 30", "withinDays == 28")));

        assertThat(section(report, "Scenarios").ok()).isFalse();
        assertThat(section(report, "Scenarios").details())
                .anyMatch(line -> line.contains("SG-12 should fire"))
                .anyMatch(line -> line.contains("withinDays == 28"))
                .anyMatch(line -> line.contains("times: 2 within 28 days, at least 3 needed"));
    }

    @Test
    void aClockThatBecameSlowerIsNoticedByTheScenarios() {
        CheckReport report = check(rules(SmallRules.GOOD.replace("SAME_DAY", "FIVE_WORKING_DAYS")));

        assertThat(section(report, "Scenarios").ok()).isFalse();
        assertThat(section(report, "Scenarios").details()).anyMatch(line -> line.contains("five-working-days"));
    }

    @Test
    void aRuleSetWithoutScenariosFails() {
        CheckReport report = check(SmallRules.of(SmallRules.GOOD).with("register.csv", REGISTER));

        assertThat(section(report, "Scenarios").details())
                .anyMatch(line -> line.contains("a rule set without tests is not checked"));
        assertThat(report.failed()).extracting(Section::name).contains("Scenarios", "Coverage", "Mutation");
    }

    @Test
    void aRowOfTheRegisterThatNoFileHasFails() {
        CheckReport report = check(rules(SmallRules.GOOD).with("register.csv", REGISTER.replace("SG-12", "SG-99")));

        assertThat(section(report, "Register").ok()).isFalse();
        assertThat(section(report, "Register").details())
                .anyMatch(line -> line.contains("no rule file has a line `SG-99`"))
                .anyMatch(line -> line.contains("`SG-12` is not in `register.csv`"));
    }

    @Test
    void aBrokenScenarioFileFailsWithItsLine() {
        CheckReport report =
                check(rules(SmallRules.GOOD).with(RuleFiles.SCENARIOS + "broken.yaml", "- rule: SG-12\n  fires: 3\n"));

        assertThat(section(report, "Scenarios").ok()).isFalse();
        assertThat(section(report, "Scenarios").details()).anyMatch(line -> line.contains("broken.yaml:2"));
    }

    @Test
    void whatTheLinterFindsIsToldOneByOneAndFailsTheCheckWhereItIsAFault() {
        String never = SmallRules.line("SG-13", "YoungPerson( age < 10, age > 12 )", ".to(SAFEGUARDING, SAME_DAY)");
        CheckReport report = check(rules(SmallRules.GOOD + never));

        assertThat(section(report, "Lint").ok()).isFalse();
        assertThat(section(report, "Lint").details())
                .anyMatch(line -> line.startsWith("fault impossible-condition: rules.drl:"));
        assertThat(report.findings())
                .filteredOn(finding -> finding.kind() == FindingKind.IMPOSSIBLE_CONDITION)
                .singleElement()
                .extracting(Finding::about)
                .isEqualTo(List.of("SG-13"));
    }

    @Test
    void comparedWithAnotherSetItSaysWhatIsLowered() {
        CheckedRules faster =
                CheckedRulesOfThisRepository.read(rules(SmallRules.GOOD).files());
        SmallRules slower = rules(SmallRules.GOOD.replace("SAME_DAY", "PLANNED"));

        CheckReport report = RuleSetCheck.of(slower.files(), faster, section -> {});

        assertThat(section(report, "Lint").ok()).isTrue();
        assertThat(section(report, "Lint").details())
                .anyMatch(line -> line.startsWith("warning urgency-lowered-against-active-set: rules.drl:1:6: "));
    }

    @Test
    void aFactorThatNobodyKnowsIsAFindingToo() {
        CheckReport report = check(rules(SmallRules.GOOD.replace("factor == \"going-missing\"", "factor == \"gone\"")));

        assertThat(report.findings()).extracting(Finding::kind).containsExactly(FindingKind.FACTOR_UNKNOWN);
    }

    @Test
    void theSameFilesGiveTheSameReport() {
        assertThat(check(rules(SmallRules.GOOD))).isEqualTo(check(rules(SmallRules.GOOD)));
    }
}
