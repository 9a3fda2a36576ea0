package org.waymark.ruleset.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.InvalidAssessment;
import org.waymark.ruleset.EditedRules;
import org.waymark.screening.Screener;
import org.waymark.screening.Verdict;
import org.waymark.screening.rule.RuleSet;

/**
 * Slips that an author of rules may well make, put into the repository's rules, and what catches each: the reading of
 * the rules or the safety search. That the rules as they are have none of them {@link SafetySearchTest} shows. They stand
 * in the rules together, so that one search finds them all; each finding names the rule that is to blame for it.
 */
class SeededFaultsTest {

    private static final EditedRules RULES = EditedRules.asTheyAre();

    private static final String TO_SAFEGUARDING = ".to(SAFEGUARDING, FIVE_WORKING_DAYS)";

    private static final String DOMESTIC_ABUSE = "Happened( factor == \"domestic-abuse-parent-subject\" )\n"
            + "    not Recommended( pathway == SAFEGUARDING )\nthen\n    refer.to(EARLY_HELP, ";

    private static final Searched SLIPS = search(RULES
            // Enforcement for what a child did, and no rule that brings help for the same.
            .adding(
                    "EN-30",
                    "YoungPerson( age >= 10, age <= 17 )\n    Offence( factor == \"named-suspect\", withinDays == 365 )",
                    ".to(ENFORCEMENT, TEN_WORKING_DAYS)")
            // A nought left out: enforcement from one year of age.
            .changing("thresholds.drl.csv", "\"age >= 10, age <= 17\"", "\"age >= 1, age <= 17\"")
            // A referral to the National Referral Mechanism that lost its safeguarding.
            .changing(
                    "modern-slavery.drl",
                    "Yes( factor == \"nrm-not-submitted\" )\nthen\n    refer.to(SAFEGUARDING, ONE_WORKING_DAY)",
                    "Yes( factor == \"nrm-not-submitted\" )\nthen\n    refer")
            // A no that hurries: whoever says yes, or does not know, loses the hurry.
            .adding(
                    "SG-60",
                    "Happened( factor == \"violence-victim\" )\n    No( factor == \"gang-association\" )",
                    ".to(SAFEGUARDING, SAME_DAY)")
            // A suspicion that ranks above the fact.
            .adding("MA-30", "Unclear( factor == \"cce-concern\" )", ".to(MACE, HIGH, FIVE_WORKING_DAYS)")
            // A comparison the wrong way round.
            .changing("safeguarding.drl", "value >= 72, withinDays == 28", "value <= 72, withinDays == 28")
            // Early help faster than the safeguarding that takes its place.
            .changing("early-help.drl", DOMESTIC_ABUSE + "FIVE_WORKING_DAYS", DOMESTIC_ABUSE + "SAME_DAY")
            // An age that gets more than an age that nobody knows.
            .adding(
                    "EH-30",
                    "YoungPerson( age == 13 )\n    Yes( factor == \"gang-risk\" )\n"
                            + "    not Recommended( pathway == SAFEGUARDING )",
                    ".to(EARLY_HELP, SAME_DAY)")
            // Two answers to one question; two ages of one child; a count that its group cannot reach with one of it
            // no.
            .adding("SG-61", "Yes( factor == \"looked-after\" )\n    No( factor == \"looked-after\" )", TO_SAFEGUARDING)
            .adding("SG-62", "YoungPerson( age >= 16, age < 13 )", TO_SAFEGUARDING)
            .adding(
                    "SG-63",
                    "No( factor == \"debt-bondage\" )\n    Several( group == \"mace-high\", factors >= 5 )",
                    TO_SAFEGUARDING)
            // Early help where safeguarding always comes first.
            .adding(
                    "EH-31",
                    "Happened( factor == \"threat-to-life\" )\n    not Recommended( pathway == SAFEGUARDING )",
                    ".to(EARLY_HELP, FIVE_WORKING_DAYS)")
            // A result that no rule gives.
            .adding(
                    "EN-31",
                    "Recommended( pathway == MACE, level == HIGH, urgency == IMMEDIATE )",
                    ".blocking(STEP_DOWN)")
            // A level that no rule gives.
            .changing("manifest.yaml", "  - name: high\n", "  - name: critical\n  - name: high\n")
            // Three conditions, of which a case in which the rule fires happens to be answered by another rule: it
            // takes
            // the triples. Four take the changes to such a case.
            .adding(
                    "SG-64",
                    "Several( group == \"parent-need\", factors >= 1 )\n    Yes( factor == \"placed-out-of-area\" )\n"
                            + "    No( factor == \"in-custody\" )",
                    TO_SAFEGUARDING)
            .adding(
                    "SG-66",
                    "Yes( factor == \"parental-substance-misuse\" )\n    Yes( factor == \"placed-out-of-area\" )",
                    TO_SAFEGUARDING)
            .adding(
                    "SG-65",
                    "Yes( factor == \"placed-out-of-area\" )\n    Yes( factor == \"child-protection-plan\" )\n"
                            + "    Yes( factor == \"wants-to-leave-gang\" )\n    No( factor == \"gang-linked-relationship\" )",
                    TO_SAFEGUARDING));

    private static Searched search(EditedRules rules) {
        RuleSet ruleSet = rules.ruleSet();
        return new Searched(ruleSet, SafetySearch.of(ruleSet).report());
    }

    private static Searched pairs(EditedRules rules) {
        RuleSet ruleSet = rules.ruleSet();
        return new Searched(ruleSet, SafetySearch.of(ruleSet).pairsOnly().report());
    }

    // What is turned away before anything is screened.

    @Test
    void earlyHelpWhateverElseIsRecommendedIsTurnedAway() {
        assertThat(RULES.adding("EH-30", "Happened( factor == \"self-harm\" )", ".to(EARLY_HELP, PLANNED)")
                        .faults())
                .singleElement()
                .asString()
                .contains("`EH-30` gives early help whatever else is recommended")
                .contains("add `not Recommended( pathway == SAFEGUARDING )`");
    }

    @Test
    void enforcementForWhatAChildSaysIsTurnedAway() {
        assertThat(RULES.adding(
                                "EN-30",
                                "YoungPerson( age >= 10, age <= 17 )\n    Yes( factor == \"weapon-for-protection\" )",
                                ".to(ENFORCEMENT, TEN_WORKING_DAYS)")
                        .faults())
                .singleElement()
                .asString()
                .contains("`EN-30` gives enforcement and reads")
                .contains("weapon-for-protection");
    }

    @Test
    void readingThatARiskIsNotYesIsTurnedAway() {
        assertThat(RULES.adding("SG-30x", "NotYes( factor == \"self-harm\" )", ".to(SAFEGUARDING, PLANNED)")
                        .faults())
                .isNotEmpty()
                .first()
                .asString()
                .contains("self-harm");
    }

    // What the search finds.

    @Test
    void enforcementForWhatAChildDidThatBringsNoHelp() {
        Shown shown = SLIPS.broken(Promise.ENFORCEMENT_NEVER_ALONE, "EN-30");

        assertThat(shown.finding().says())
                .startsWith("EN-30 A line of this test (added-en-30.drl:1:6) gives enforcement for what a child did,"
                        + " and no rule gives help with it; only the guard EN-01 takes it away");
        assertThat(shown.finding().details())
                .containsExactly("by the rules alone, aged 14, `named-suspect` yes on 2025-03-11 by police: enforcement"
                        + " ten-working-days by EN-30");
        shown.saysNothingBut("{\"factor\":\"named-suspect\",\"answer\":\"yes\",\"dates\":[\"2025-03-11\"],"
                + "\"offenceStatus\":\"alleged\",\"source\":\"police\"}");
        assertThat(shown.after().pathways()).as("what the guard left").isEmpty();
    }

    @Test
    void enforcementUnder10() {
        Shown shown = SLIPS.broken(Promise.NO_ENFORCEMENT_UNDER_10, "EN-03a");

        assertThat(shown.finding().says())
                .contains("gives enforcement under 10, and only the guard EN-02 takes it away;"
                        + " its age has to begin at 10");
        assertThat(shown.finding().assessment()).contains("\"ageYears\":9");
        shown.saysNothingBut("{\"factor\":\"found-with-weapon\",\"answer\":\"yes\",\"dates\":[\"2025-03-10\"]}");
    }

    @Test
    void aReferralToTheNationalMechanismWithoutSafeguarding() {
        Shown shown = SLIPS.broken(Promise.NRM_BESIDE_SAFEGUARDING, "NR-01d");

        assertThat(shown.finding().says()).contains("without safeguarding, and only the guard GD-11 adds it");
        shown.saysNothingBut("{\"factor\":\"nrm-not-submitted\",\"answer\":\"yes\"}");
    }

    @Test
    void aSignOfImmediateHarmThatNoRuleAnswers() {
        Shown shown = pairs(RULES.changing(
                        "safeguarding.drl",
                        "Yes( factor == \"nowhere-safe-tonight\" )",
                        "Unclear( factor == \"nowhere-safe-tonight\" )"))
                .broken(Promise.IMMEDIATE_HARM_NEVER_UNIVERSAL);

        assertThat(shown.finding().says())
                .startsWith(
                        "No rule answers a sign of immediate harm, `nowhere-safe-tonight` yes: only the guard GD-10");
        shown.saysNothingBut("{\"factor\":\"nowhere-safe-tonight\",\"answer\":\"yes\"}");
    }

    @Test
    void aYesThatTakesTheHurryOutOfACase() {
        Shown shown = SLIPS.broken(Promise.A_YES_NEVER_LOWERS, "SG-60");

        assertThat(shown.finding().says())
                .isEqualTo("`gang-association`, turned from no to yes, lowers the result: safeguarding is slower:"
                        + " same-day became one-working-day");
        assertThat(shown.finding().details().get(0))
                .isEqualTo("with aged 14, `gang-association` no, `violence-victim` yes on 2025-03-10:"
                        + " safeguarding same-day by SG-60");
        shown.saysNothingBut(
                "{\"factor\":\"gang-association\",\"answer\":\"yes\"}",
                "{\"factor\":\"violence-victim\",\"answer\":\"yes\",\"dates\":[\"2025-03-10\"]}");
    }

    @Test
    void anUnknownThatGivesLessThanANo() {
        Shown shown = SLIPS.broken(Promise.NOT_KNOWING_NEVER_LOWERS, "SG-60");

        assertThat(shown.finding().says())
                .isEqualTo("`gang-association`, turned from no to unknown, lowers the result: safeguarding is gone");
        shown.saysNothingBut(
                "{\"factor\":\"gang-association\",\"answer\":\"unknown\"}",
                "{\"factor\":\"violence-victim\",\"answer\":\"yes\",\"dates\":[\"2025-03-10\"]}");
    }

    @Test
    void aLevelThatFallsOnceASignIsSettled() {
        Shown shown = SLIPS.broken(Promise.A_YES_NEVER_LOWERS, "MA-30");

        assertThat(shown.finding().says())
                .isEqualTo("`cce-concern`, turned from yet-to-clarify to yes, lowers the result: mace falls in level:"
                        + " high became standard");
        shown.saysNothingBut("{\"factor\":\"cce-concern\",\"answer\":\"yes\"}");
    }

    @Test
    void aComparisonTheWrongWayRound() {
        Shown shown = SLIPS.broken(Promise.MORE_NEVER_LOWERS, "SG-10a");

        assertThat(shown.finding().says())
                .contains("`longest-missing-episode`, turned from yes, 23 on 2026-02-11 to yes, 73 on 2026-02-11")
                .contains("safeguarding is slower: one-working-day became five-working-days");
        assertThat(shown.finding().comparedWith())
                .endsWith("[{\"factor\":\"longest-missing-episode\",\"answer\":\"yes\",\"on\":\"2026-02-11\","
                        + "\"value\":23}]}");
    }

    @Test
    void earlyHelpFasterThanTheSafeguardingThatTakesItsPlace() {
        Shown shown = SLIPS.broken(Promise.A_YES_NEVER_LOWERS, "EH-13");

        assertThat(shown.finding().says())
                .endsWith("lowers the result: the whole is slower: same-day became one-working-day");
        assertThat(shown.before().pathways().keySet()).hasToString("[EARLY_HELP]");
        assertThat(shown.after().pathways().keySet()).hasToString("[SAFEGUARDING]");
    }

    @Test
    void anAgeThatGetsMoreThanAnAgeThatNobodyKnows() {
        Shown shown = SLIPS.broken(Promise.UNKNOWN_AGE_AT_LEAST_ANY_AGE, "EH-30");

        assertThat(shown.finding().says())
                .isEqualTo("Not to know the age lowers the result: the whole is slower: same-day became"
                        + " one-working-day");
        assertThat(shown.finding().comparedWith()).contains("\"ageYears\":13");
        assertThat(shown.finding().assessment()).doesNotContain("ageYears");
        shown.saysNothingBut("{\"factor\":\"gang-risk\",\"answer\":\"yes\"}");
    }

    @Test
    void aNoThatCountsOnlyBesideTwoOrThreeOtherSigns() {
        Shown three = SLIPS.broken(Promise.NOT_KNOWING_NEVER_LOWERS, "SG-64");
        Shown four = SLIPS.broken(Promise.NOT_KNOWING_NEVER_LOWERS, "SG-65");

        three.saysNothingBut(
                "{\"factor\":\"parental-alcohol-misuse\",\"answer\":\"yes\"}",
                "{\"factor\":\"in-custody\",\"answer\":\"unknown\"}",
                "{\"factor\":\"placed-out-of-area\",\"answer\":\"yes\"}");
        assertThat(four.finding().says())
                .startsWith("`gang-linked-relationship`, turned from no to unknown, lowers the result");
    }

    @Test
    void rulesAndResultsThatCanNeverBe() {
        assertThat(SLIPS.report().unreachable().stream().map(Unreachable::line))
                .containsExactly(
                        "EH-31 A line of this test (added-eh-31.drl:1:6): `not Recommended( pathway == SAFEGUARDING )`"
                                + " never holds: in all 70 ways tried of meeting its other conditions that was"
                                + " recommended already, by SG-01d",
                        "EN-31 A line of this test (added-en-31.drl:1:6): `Recommended( pathway == MACE )` never holds"
                                + " where its other conditions do, in the 14 ways tried; no rule of an earlier stage"
                                + " gives it",
                        "SG-61 A line of this test (added-sg-61.drl:1:6): `Yes( factor == \"looked-after\" )` and"
                                + " `No( factor == \"looked-after\" )` can never hold together",
                        "SG-62 A line of this test (added-sg-62.drl:1:6): `YoungPerson( age >= 16, age < 13 )` can never"
                                + " be met: nothing that can be said of a case meets it",
                        "SG-63 A line of this test (added-sg-63.drl:1:6): `No( factor == \"debt-bondage\" )` and"
                                + " `Several( group == \"mace-high\", withinDays == 0, factors >= 5, domains >= 1 )` can"
                                + " never hold together",
                        "the level critical: no rule gives it");
    }

    @Test
    void whatIsBrokenStandsFirst() {
        List<String> lines = SLIPS.report().lines();

        assertThat(SLIPS.report().ok()).isFalse();
        assertThat(lines.get(0)).matches("Safety: [0-9]+ promises broken, 6 rules or results that can never be\\.");
        assertThat(lines.get(1)).startsWith("BROKEN  EN-03a");
        assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("NEVER   EH-31"));
    }

    @Test
    void aPathwayThatNobodyCanReach() {
        Searched searched = pairs(RULES.changing("enforcement.drl", "age >= 10, age <= 17", "age <= 10, age >= 17")
                .changing("enforcement.drl", "age >= 14, age <= 17", "age <= 14, age >= 17")
                .changing("thresholds.drl.csv", "age >= 10, age <= 17", "age <= 10, age >= 17"));

        assertThat(searched.report().unreachable().stream().map(Unreachable::line))
                .contains(
                        "the pathway enforcement: it is given by EN-03a, EN-04a, EN-06b, EN-07, EN-16a, EN-16b alone,"
                                + " and in every case screened they do not fire, a guard removes it, or another rule gives more")
                .anySatisfy(line -> assertThat(line)
                        .contains("EN-07")
                        .contains("`YoungPerson( age <= 10, age >= 17 )` can never be met"))
                .anySatisfy(line -> assertThat(line)
                        .contains("NR-05a")
                        .contains("`Recommended( pathway == ENFORCEMENT )` never holds"));
    }

    private record Searched(RuleSet ruleSet, SafetyReport report) {

        /** The one finding about a promise for which these rules are to blame, its case screened once more. */
        Shown broken(Promise promise, String... rules) {
            assertThat(report.ok()).isFalse();
            List<Finding> found = report.broken().stream()
                    .filter(finding -> finding.promise() == promise)
                    .filter(finding -> finding.rules().equals(List.of(rules)))
                    .toList();
            assertThat(found).as(String.join("\n", report.lines())).hasSize(1);
            Finding finding = found.get(0);
            Verdict after = screen(finding.assessment());
            Verdict before = finding.comparedWith().isEmpty() ? after : screen(finding.comparedWith());
            Strength strength = new Strength(ruleSet.manifest());
            if (before != after) {
                assertThat(strength.lost(strength.of(before), strength.of(after), false))
                        .as("what submitting both cases shows")
                        .isNotZero();
            }
            return new Shown(finding, before, after);
        }

        private Verdict screen(String json) {
            try {
                byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
                return new Screener(ruleSet)
                        .pass(
                                new AssessmentReader(ruleSet.catalogue())
                                        .read(bytes, ExampleCase.ASSESSED_AT)
                                        .assessment(),
                                List.of())
                        .verdict();
            } catch (InvalidAssessment invalid) {
                throw new AssertionError(json, invalid);
            }
        }
    }

    /** A finding, and what its case, and the one it is held against, come to. */
    private record Shown(Finding finding, Verdict before, Verdict after) {

        void saysNothingBut(String... observations) {
            assertThat(finding.assessment()).endsWith("\"observations\":[" + String.join(",", observations) + "]}");
        }
    }
}
