package org.waymark.ruleset.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.ruleset.SmallRules.line;
import static org.waymark.ruleset.lint.Linted.DEBT;
import static org.waymark.ruleset.lint.Linted.MISSING;
import static org.waymark.ruleset.lint.Linted.MISSING_EVER;
import static org.waymark.ruleset.lint.Linted.SOON;
import static org.waymark.ruleset.lint.Linted.found;
import static org.waymark.ruleset.lint.Linted.lint;
import static org.waymark.ruleset.lint.Linted.of;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.ruleset.RuleSetReader;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.ruleset.SmallRules;

/** What is found in the catalogue, the sources and the scenarios, and how a report tells it. */
class LintTest {

    @Test
    void aFactorIsUsedByARuleAGroupThatIsCountedOrAGuard() {
        String[] counted = {line("SG-01", "Several( group == \"abuse\", factors >= 1 )", SOON)};

        assertThat(found(FindingKind.FACTOR_NEVER_USED, counted))
                .extracting(Finding::key)
                .contains("debt-bondage", "trusted-adult")
                .doesNotContain("physical-abuse-adult", "threat-to-life", "early-help-consent", "robbery");
        assertThat(found(FindingKind.FACTOR_NEVER_USED, line("SG-01", DEBT, SOON)))
                .allMatch(finding -> finding.severity() == Severity.NOTE)
                .allMatch(finding -> finding.place().line() > 1)
                .extracting(Finding::key)
                .contains("physical-abuse-adult")
                .doesNotContain("debt-bondage");
    }

    @Test
    void aFactorThatTheCatalogueDoesNotHaveIsTheReadersFault() {
        SmallRules rules = SmallRules.of(line("SG-01", "Yes( factor == \"debt-bondge\" )", SOON));
        try {
            RuleSetReader.check(rules.files());
            throw new AssertionError("it was read");
        } catch (RuleSetRejected rejected) {
            assertThat(Lint.of(rejected)).singleElement().satisfies(finding -> {
                assertThat(finding.kind()).isEqualTo(FindingKind.FACTOR_UNKNOWN);
                assertThat(finding.message()).isEqualTo("unknown factor `debt-bondge`");
                assertThat(finding.fix()).contains("`debt-bondage`");
            });
            assertThat(rejected.describe()).contains("(docs/lint/factor-unknown.md)");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "[policy choice], true",
        "review of the rules; policy choice, true",
        "[policy choice]; [policy choice] echoes P46, true",
        "28 days [policy choice], true",
        "[seed] Chris; days [policy choice], false",
        "[seed] Chris days [policy choice], false",
        "[general knowledge], false",
        "Derbyshire protocol; policy choice, false",
    })
    void aSourceNamesSomethingOrNothing(String source, boolean nothing) {
        String rule = line("SG-01", MISSING, SOON).replace("this test", source);

        assertThat(found(FindingKind.THRESHOLD_WITHOUT_SOURCE, rule)).hasSize(nothing ? 1 : 0);
    }

    @Test
    void aLineWithoutAFigureNeedsNoSourceForOne() {
        String rule = line("SG-01", DEBT, SOON).replace("this test", "[policy choice]");

        assertThat(found(FindingKind.THRESHOLD_WITHOUT_SOURCE, rule)).isEmpty();
    }

    @Test
    void aLineThatIsOnlyTriedBelowItsThresholdIsNotTried() {
        SmallRules rules = SmallRules.of(line("SG-01", DEBT, SOON));
        String below = "- rule: SG-01\n  %s:\n    observations:\n      - {factor: debt-bondage, answer: %s}\n";
        SmallRules fires = rules.with("scenarios/a.yaml", below.formatted("fires", "yes"));

        assertThat(of(FindingKind.RULE_WITHOUT_SCENARIO, lint(rules)))
                .singleElement()
                .extracting(Finding::severity)
                .isEqualTo(Severity.FAULT);
        assertThat(of(FindingKind.RULE_WITHOUT_SCENARIO, lint(fires))).isEmpty();
    }

    @Test
    void aReportTellsWhatIsOpenWholeAndTheRestByKind() {
        LintReport report = new LintReport(lint(SmallRules.of(line("SG-01", DEBT, SOON), line("SG-02", DEBT, SOON))));

        assertThat(report.ok()).isFalse();
        assertThat(report.headline())
                .startsWith("2 faults, 1 warning that nobody accepted, 0 accepted, ")
                .endsWith(" notes.");
        assertThat(report.lines())
                .hasSize(4)
                .first()
                .asString()
                .startsWith("fault rule-without-scenario: rules.drl:1:6: ");
        assertThat(report.lines()).last().asString().startsWith("note factor-never-used: ");
    }

    @Test
    void theSameFilesGiveTheSameFindings() {
        SmallRules rules = SmallRules.of(line("SG-02", MISSING, SOON), line("SG-01", MISSING_EVER, SOON));
        SmallRules other = SmallRules.of(line("SG-03", DEBT, SOON));

        assertThat(lint(rules, other)).isEqualTo(lint(rules, other));
    }
}
