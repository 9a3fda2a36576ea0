package org.waymark.ruleset.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.waymark.ruleset.SmallRules.line;
import static org.waymark.ruleset.lint.Linted.DEBT;
import static org.waymark.ruleset.lint.Linted.SOON;
import static org.waymark.ruleset.lint.Linted.lint;
import static org.waymark.ruleset.lint.Linted.of;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.CheckedRulesOfThisRepository;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.ruleset.SmallRules;

/** What a row of accepted findings does, and what it cannot do. */
class AcceptancesTest {

    @Test
    void aWarningIsAcceptedWithAReasonAndNothingElseIs() {
        SmallRules rules = SmallRules.of(line("SG-01", DEBT, SOON), line("SG-02", DEBT, SOON));
        SmallRules accepted = rules.with(RuleFiles.ACCEPTED, """
                finding,rule,reason
                duplicate-rule,SG-01 SG-02,until June
                duplicate-rule,SG-02 SG-01,the wrong way round
                rule-without-scenario,SG-01,no time
                """);

        List<Finding> findings = lint(accepted);

        assertThat(of(FindingKind.DUPLICATE_RULE, findings))
                .extracting(Finding::accepted, Finding::open)
                .containsExactly(tuple("until June", false));
        assertThat(of(FindingKind.ACCEPTANCE_UNUSED, findings))
                .extracting(finding -> finding.place().line(), Finding::message)
                .containsExactly(
                        tuple(3, "there is no `duplicate-rule` of `SG-02 SG-01` to accept"),
                        tuple(
                                4,
                                "`rule-without-scenario` of `SG-01` is no warning, and only a warning can be accepted"));
        assertThat(of(FindingKind.RULE_WITHOUT_SCENARIO, findings)).allMatch(Finding::open);
    }

    @Test
    void aFileOfAcceptancesThatCannotBeReadSaysWhy() {
        SmallRules rules = SmallRules.of(line("SG-01", DEBT, SOON))
                .with(
                        RuleFiles.ACCEPTED,
                        "finding,rule,reason\nduplicate-rul,SG-01,because\nduplicate-rule,SG-01,\nduplicate-rule,SG-01\n");
        CheckedRules checked = CheckedRulesOfThisRepository.read(rules.files());

        assertThat(catchThrowableOfType(RuleSetRejected.class, () -> Lint.of(checked, rules.files(), null, null))
                        .describe())
                .contains("accepted-findings.csv:2:1: unknown finding `duplicate-rul`; did you mean `duplicate-rule`?")
                .contains("accepted-findings.csv:3:1: `SG-01` is accepted without a reason")
                .contains("accepted-findings.csv:4:1: the row has 2 cells where the header has 3");
    }
}
