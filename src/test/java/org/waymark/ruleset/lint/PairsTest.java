package org.waymark.ruleset.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.ruleset.SmallRules.line;
import static org.waymark.ruleset.lint.Linted.DEBT;
import static org.waymark.ruleset.lint.Linted.LATER;
import static org.waymark.ruleset.lint.Linted.MISSING;
import static org.waymark.ruleset.lint.Linted.MISSING_EVER;
import static org.waymark.ruleset.lint.Linted.MONEY;
import static org.waymark.ruleset.lint.Linted.SOON;
import static org.waymark.ruleset.lint.Linted.found;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that say the same, that change nothing, and that set two clocks; each beside lines that do not. */
class PairsTest {

    @Test
    void aLineThatSaysTheSameInOtherWordsIsADuplicate() {
        String young = "YoungPerson( age < 13 )\n" + DEBT;
        String asYoung = DEBT + "\nYoungPerson( age <= 12 )";
        String younger = DEBT + "\nYoungPerson( age <= 11 )";

        List<Finding> twice =
                found(FindingKind.DUPLICATE_RULE, line("SG-01", young, SOON), line("SG-02", asYoung, SOON));

        assertThat(twice).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.about()).containsExactly("SG-01", "SG-02");
            assertThat(finding.line())
                    .isEqualTo("warning duplicate-rule: rules.drl:11:6: `SG-02` is met in the same cases as `SG-01`"
                            + " (rules.drl:1:6) and gives the same; take one out, or change what was meant to be other"
                            + " (docs/lint/duplicate-rule.md)");
        });
        assertThat(found(FindingKind.DUPLICATE_RULE, line("SG-01", young, SOON), line("SG-02", younger, SOON)))
                .isEmpty();
        assertThat(found(FindingKind.DUPLICATE_RULE, line("SG-01", young, SOON), line("SG-02", asYoung, LATER)))
                .isEmpty();
    }

    @Test
    void aLineThatChangesNothingBesideAWiderOneIsSubsumed() {
        List<Finding> idle =
                found(FindingKind.SUBSUMED_RULE, line("SG-01a", MISSING, LATER), line("SG-01b", MISSING_EVER, SOON));

        assertThat(idle).singleElement().satisfies(finding -> {
            assertThat(finding.about()).containsExactly("SG-01a", "SG-01b");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        });
    }

    @Test
    void aNarrowerAndFasterLineIsTheShapeOfATable() {
        assertThat(found(FindingKind.SUBSUMED_RULE, line("SG-01a", MISSING, SOON), line("SG-01b", MISSING_EVER, LATER)))
                .isEmpty();
    }

    @Test
    void aLineOfAnotherRuleMayBeThereForItsStatement() {
        assertThat(found(FindingKind.SUBSUMED_RULE, line("SG-01", MISSING, LATER), line("SG-02", MISSING_EVER, SOON)))
                .singleElement()
                .extracting(Finding::severity)
                .isEqualTo(Severity.NOTE);
    }

    /** What a line gives beside its pathway, and when, is weighed too. */
    @ParameterizedTest
    @CsvSource({
        ".withService(HOUSING), .withService(MENTORING), false",
        ".withAction(SAFETY_PLAN), .withAction(SAFETY_PLAN), true",
        ".withAction(SAFETY_PLAN), '.withAction(SAFETY_PLAN, SAME_DAY)', true",
        "'.withAction(SAFETY_PLAN, IMMEDIATE)', .withAction(SAFETY_PLAN), false",
        ".blocking(STEP_DOWN), '.blocking(STEP_DOWN, EARLY_HELP_CLOSURE)', true",
        ".flagging(STALE), .blocking(STEP_DOWN), false",
    })
    void aLineIsSubsumedOnlyWhereAllOfItIsGiven(String narrow, String wide, boolean idle) {
        List<Finding> findings = found(
                FindingKind.SUBSUMED_RULE,
                line("SG-01a", MISSING, LATER + narrow),
                line("SG-01b", MISSING_EVER, SOON + wide));

        assertThat(findings).hasSize(idle ? 1 : 0);
    }

    @Test
    void twoRulesOfOneCaseWithTwoClocksOverlap() {
        String mace = ".to(MACE, STANDARD, SAME_DAY)";

        assertThat(found(
                        FindingKind.OVERLAP_WITH_DIFFERENT_URGENCY,
                        line("SG-01", DEBT, SOON),
                        line("SG-02", DEBT, LATER)))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("give `safeguarding` as `five-working-days` and as `same-day`");
        assertThat(found(
                        FindingKind.OVERLAP_WITH_DIFFERENT_URGENCY,
                        line("SG-01", DEBT, mace),
                        line("SG-02", DEBT, ".to(MACE, HIGH, SAME_DAY)")))
                .hasSize(1);
        assertThat(found(
                        FindingKind.OVERLAP_WITH_DIFFERENT_URGENCY,
                        line("SG-01", DEBT, SOON),
                        line("SG-02", DEBT, mace)))
                .isEmpty();
        assertThat(found(
                        FindingKind.OVERLAP_WITH_DIFFERENT_URGENCY,
                        line("SG-01", DEBT, SOON),
                        line("SG-02", DEBT + "\n" + MONEY, LATER)))
                .isEmpty();
    }
}
