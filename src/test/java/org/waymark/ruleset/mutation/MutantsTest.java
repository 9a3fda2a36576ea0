package org.waymark.ruleset.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.ruleset.SmallRules;
import org.waymark.ruleset.mutation.Mutant.Part;
import org.waymark.screening.rule.Stage;

/** Which changes of a line are tried, and how each is said. */
class MutantsTest {

    private static List<String> changes(String when) {
        return told(Part.CONDITIONS, when, ".to(SAFEGUARDING, IMMEDIATE)");
    }

    private static List<String> changesOfResult(String then) {
        return told(Part.CONCLUSIONS, "Yes( factor == \"missing-now\" )", then);
    }

    private static List<String> told(Part part, String when, String then) {
        return told(part, SmallRules.of(SmallRules.line("AA-01a", when, then)));
    }

    private static List<String> told(Part part, SmallRules rules) {
        return Mutants.of(rules.screener().ruleSet()).stream()
                .filter(mutant -> mutant.part() == part)
                .filter(mutant -> mutant.rule().id().startsWith("AA-01"))
                .map(Mutant::change)
                .toList();
    }

    @Test
    void eachFigureOfAnEventIsOneMoreAndOneLess() {
        assertThat(changes("Happened( factor == \"going-missing\", withinDays == 30, times >= 3 )"))
                .containsExactly(
                        "30 became 31 in AA-01a (withinDays)",
                        "30 became 29 in AA-01a (withinDays)",
                        "3 became 4 in AA-01a (times)",
                        "3 became 2 in AA-01a (times)",
                        "the condition `Happened( factor == \"going-missing\", withinDays == 30, times >= 3 )`"
                                + " was dropped from AA-01a");
    }

    @Test
    void aFigureThatGoesNoLowerIsOnlyRaised() {
        assertThat(changes("Happened( factor == \"going-missing\", withinDays == 1 )"))
                .containsExactly(
                        "1 became 2 in AA-01a (withinDays)",
                        "1 became 2 in AA-01a (times)",
                        "the condition `Happened( factor == \"going-missing\", withinDays == 1 )` was dropped from AA-01a");
    }

    @Test
    void whereTwoConditionsHaveFiguresTheFactorIsNamed() {
        assertThat(changes("Happened( factor == \"suspension\", times >= 2 )"
                        + " Measured( factor == \"longest-missing-episode\", value >= 24 )"))
                .contains(
                        "2 became 3 in AA-01a (times of suspension)",
                        "24 became 25 in AA-01a (value of longest-missing-episode)",
                        "`>=` became `>` in AA-01a (value of longest-missing-episode)");
    }

    @Test
    void anAllegedOffenceAndOneThatPoliceReportedAreTakenForEachOther() {
        assertThat(changes("Offence( factor == \"robbery\" )"))
                .contains("`Offence` became `Happened` in AA-01a (robbery)");
        assertThat(changes("Happened( factor == \"robbery\" )"))
                .contains("`Happened` became `Offence` in AA-01a (robbery)");
        assertThat(changes("Happened( factor == \"suspension\" )")).noneMatch(change -> change.contains("Offence"));
    }

    @Test
    void eachComparisonOfAFigureBecomesEachOther() {
        assertThat(changes("Measured( factor == \"longest-missing-episode\", value >= 24, withinDays == 90 )"))
                .containsExactly(
                        "90 became 91 in AA-01a (withinDays)",
                        "90 became 89 in AA-01a (withinDays)",
                        "24 became 25 in AA-01a (value)",
                        "24 became 23 in AA-01a (value)",
                        "`>=` became `==` in AA-01a (value)",
                        "`>=` became `<` in AA-01a (value)",
                        "`>=` became `<=` in AA-01a (value)",
                        "`>=` became `>` in AA-01a (value)",
                        "the condition `Measured( factor == \"longest-missing-episode\", withinDays == 90, value >= 24 )`"
                                + " was dropped from AA-01a");
    }

    @Test
    void overTwelveIsThirteenAndOverAndIsTriedOnce() {
        assertThat(changes("YoungPerson( age < 13 )"))
                .containsExactly(
                        "13 became 14 in AA-01a (age)",
                        "13 became 12 in AA-01a (age)",
                        "`<` became `==` in AA-01a (age)",
                        // `<=` 13 is `<` 14, which was tried.
                        "`<` became `>` in AA-01a (age)",
                        "`<` became `>=` in AA-01a (age)",
                        "the condition `YoungPerson( age < 13 )` was dropped from AA-01a");
    }

    @Test
    void agesThatNobodyHasAreTriedOnce() {
        // At least 18 and at most 17 is nobody; so is at least 17 and at most 16, which was tried with it.
        assertThat(changes("YoungPerson( age >= 17, age <= 17 )"))
                .containsExactly(
                        "17 became 18 in AA-01a (age)",
                        "17 became 16 in AA-01a (age)",
                        "`>=` became `<` in AA-01a (age)",
                        "`>=` became `<=` in AA-01a (age)",
                        "17 became 18 in AA-01a (age)",
                        "`<=` became `>` in AA-01a (age)",
                        "`<=` became `>=` in AA-01a (age)",
                        "the condition `YoungPerson( age >= 17, age <= 17 )` was dropped from AA-01a");
    }

    @Test
    void whoeverHasHalfAYearToGoIsSeventeen() {
        // Not tried: that the age of 17 or less is 17.
        assertThat(changes("YoungPerson( age <= 17, daysTo18 <= 183 )"))
                .contains("17 became 18 in AA-01a (age)", "183 became 184 in AA-01a (daysTo18)")
                .doesNotContain("`<=` became `==` in AA-01a (age)");
        assertThat(changes("YoungPerson( age <= 17, daysTo18 <= 366 )")).contains("`<=` became `==` in AA-01a (age)");
    }

    @Test
    void soManyFactorsOfDifferentDomainsAreOfSoManyDomains() {
        // The three factors of this group are of three domains: to ask for a second domain of two factors asks nothing.
        assertThat(changes("Several( group == \"core\", factors >= 2, withinDays == 90 )"))
                .containsExactly(
                        "90 became 91 in AA-01a (withinDays)",
                        "90 became 89 in AA-01a (withinDays)",
                        "2 became 3 in AA-01a (factors)",
                        "2 became 1 in AA-01a (factors)",
                        "the condition `Several( group == \"core\", withinDays == 90, factors >= 2 )`"
                                + " was dropped from AA-01a");
        assertThat(changes("Several( group == \"core\", factors >= 2, domains >= 2 )"))
                .containsExactly(
                        "2 became 3 in AA-01a (factors)",
                        "the condition `Several( group == \"core\", factors >= 2, domains >= 2 )`"
                                + " was dropped from AA-01a");
    }

    @Test
    void whereFactorsShareADomainASecondDomainIsALimit() {
        assertThat(changes("Several( group == \"police-facts\", factors >= 2 )"))
                .contains("2 became 1 in AA-01a (factors)", "1 became 2 in AA-01a (domains)");
    }

    @Test
    void aWindowOverStatesAloneIsNoLimit() {
        SmallRules rules = SmallRules.of(SmallRules.line(
                "AA-01a",
                "Several( group == \"exploitation-strong\", factors >= 1, withinDays == 90 )",
                ".to(SAFEGUARDING, IMMEDIATE)"));

        assertThat(told(Part.CONDITIONS, rules)).noneMatch(change -> change.contains("withinDays)"));
    }

    @Test
    void anAnswerBecomesEachOther() {
        assertThat(changes("Yes( factor == \"debt-bondage\" )"))
                .containsExactly(
                        "`Yes` became `No` in AA-01a (debt-bondage)",
                        "`Yes` became `Unknown` in AA-01a (debt-bondage)",
                        "`Yes` became `Unclear` in AA-01a (debt-bondage)",
                        "`Yes` became `NotYes` in AA-01a (debt-bondage)",
                        "the condition `Yes( factor == \"debt-bondage\" )` was dropped from AA-01a");
    }

    @Test
    void anAgencyOrAnAreaIsOnlyDropped() {
        assertThat(changes("Contact( referredBy == POLICE ) Area( attribute == \"gang-exit\" )"))
                .containsExactly(
                        "the condition `Contact( referredBy == POLICE )` was dropped from AA-01a",
                        "the condition `Area( attribute == \"gang-exit\" )` was dropped from AA-01a");
    }

    @Test
    void aCountOfUnsettledQuestionsIsOneMoreAndOneLess() {
        assertThat(changes("Unsettled( group == \"core\", factors >= 2 )"))
                .contains("2 became 3 in AA-01a (factors)", "2 became 1 in AA-01a (factors)");
    }

    @Test
    void whatWasRecommendedMovesPastAnUrgencyAndALevelThatSomeRuleGives() {
        String reads = SmallRules.line(
                "AA-01a",
                "Recommended( pathway == MACE, level == STANDARD, urgency == FIVE_WORKING_DAYS )",
                ".withAction(SAFETY_PLAN)");
        String slow =
                SmallRules.line("AA-02", "Yes( factor == \"debt-bondage\" )", ".to(MACE, HIGH, TEN_WORKING_DAYS)");
        String quick = SmallRules.line("AA-03", "Yes( factor == \"gang-association\" )", ".to(MACE, SCREEN, SAME_DAY)");

        // No rule gives five working days, nor the level standard.
        assertThat(told(Part.CONDITIONS, SmallRules.of(reads, slow, quick)))
                .containsExactly(
                        "five-working-days became ten-working-days in AA-01a (urgency)",
                        "standard became screen in AA-01a (level)",
                        "the condition `Recommended( pathway == MACE, level == STANDARD, urgency == FIVE_WORKING_DAYS )`"
                                + " was dropped from AA-01a");
    }

    @Test
    void aNotIsDropped() {
        String early = SmallRules.line(
                "AA-01a",
                "Yes( factor == \"housing-need\" ) not Recommended( pathway == SAFEGUARDING )",
                ".to(EARLY_HELP, PLANNED)");

        assertThat(told(Part.CONDITIONS, SmallRules.of(early)))
                .contains(
                        "`not` before `Recommended` was dropped from AA-01a",
                        "the condition `not Recommended( pathway == SAFEGUARDING )` was dropped from AA-01a");
    }

    @Test
    void aChangedLineIsAskedInTheStageThatFollowsFromIt() {
        String early = SmallRules.line(
                "AA-01a",
                "Yes( factor == \"housing-need\" ) not Recommended( pathway == SAFEGUARDING )",
                ".withService(HOUSING)");

        assertThat(Mutants.of(SmallRules.of(early).screener().ruleSet()).stream()
                        .filter(mutant -> mutant.change().contains("the condition `not"))
                        .map(mutant -> mutant.changed().stage()))
                .containsExactly(Stage.STATUTORY);
    }

    @Test
    void eachPathwayIsDroppedSlowerAndFasterHigherAndLower() {
        assertThat(changesOfResult(".to(SAFEGUARDING, IMMEDIATE).andTo(MACE, STANDARD, SAME_DAY)"))
                .containsExactly(
                        "safeguarding was dropped from AA-01a",
                        "immediate became same-day for safeguarding in AA-01a",
                        "MACE was dropped from AA-01a",
                        "same-day became one-working-day for MACE in AA-01a",
                        "same-day became immediate for MACE in AA-01a",
                        "standard became high for MACE in AA-01a",
                        "standard became screen for MACE in AA-01a");
    }

    @Test
    void eachServiceActionBlockAndFlagIsDropped() {
        assertThat(changesOfResult(
                        ".withService(HOUSING, MENTORING).withAction(SAFETY_PLAN).blocking(STEP_DOWN).flagging(STALE)"))
                .containsExactly(
                        "housing was dropped from AA-01a",
                        "mentoring was dropped from AA-01a",
                        "safety-plan was dropped from AA-01a",
                        "step-down was dropped from AA-01a",
                        "stale was dropped from AA-01a");
    }

    @Test
    void theClockOfAnActionIsSlowerFasterAndDropped() {
        assertThat(changesOfResult(".to(SAFEGUARDING, IMMEDIATE).withAction(SAFETY_PLAN, ONE_WORKING_DAY)"))
                .contains(
                        "one-working-day became five-working-days for safety-plan in AA-01a",
                        "one-working-day became same-day for safety-plan in AA-01a",
                        "the clock of safety-plan was dropped from AA-01a");
    }

    @Test
    void anActionWithoutAClockTakesItFromItsPathway() {
        assertThat(changesOfResult(".to(SAFEGUARDING, SAME_DAY).withAction(SAFETY_PLAN)"))
                .contains(
                        "same-day became one-working-day for safety-plan in AA-01a",
                        "same-day became immediate for safety-plan in AA-01a");
        // To write that clock down, or to leave it out again, changes nothing.
        assertThat(changesOfResult(".to(SAFEGUARDING, SAME_DAY).withAction(SAFETY_PLAN, SAME_DAY)"))
                .noneMatch(change -> change.contains("clock"));
    }

    @Test
    void aMutantDiffersFromItsLineByTheOneChangeAlone() {
        assertThat(Mutants.of(SmallRules.of(SmallRules.GOOD).screener().ruleSet()))
                .isNotEmpty()
                .allSatisfy(mutant -> {
                    assertThat(mutant.changed().id()).isEqualTo("SG-12");
                    assertThat(mutant.changed()
                                    .conditions()
                                    .equals(mutant.rule().conditions()))
                            .isEqualTo(mutant.part() == Part.CONCLUSIONS);
                    assertThat(mutant.changed()
                                    .conclusions()
                                    .equals(mutant.rule().conclusions()))
                            .isEqualTo(mutant.part() == Part.CONDITIONS);
                });
    }

    @Test
    void whatNobodyNoticedIsSaidInASentence() {
        assertThat(Mutants.of(SmallRules.of(SmallRules.GOOD).screener().ruleSet()).stream()
                        .map(Mutant::unnoticed))
                .contains(
                        "Nobody would notice if 3 became 4 in SG-12 (times).",
                        "Nobody would notice if same-day became one-working-day for safeguarding in SG-12.");
    }
}
