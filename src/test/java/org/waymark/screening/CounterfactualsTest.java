package org.waymark.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.ruleset.SmallRules.line;
import static org.waymark.screening.Seen.no;
import static org.waymark.screening.Seen.unclear;
import static org.waymark.screening.Seen.unknown;
import static org.waymark.screening.Seen.yes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.assessment.Agency;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Assessment;
import org.waymark.ruleset.SmallRules;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.outcome.Explanation;
import org.waymark.screening.outcome.Explanation.PathwayExplanation;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.RuleSet;

/** What each pathway rests on: the smallest sets of facts without which it would not be there, or would be slower. */
class CounterfactualsTest {

    private static final Screener SCREENER = SmallRules.of(
                    line(
                            "SG-01",
                            "Happened( factor == \"physical-abuse-adult\", withinDays == 28 )",
                            ".to(SAFEGUARDING, SAME_DAY)"),
                    line(
                            "SG-02",
                            "Happened( factor == \"going-missing\" )\n    NotYes( factor == \"trusted-adult\" )",
                            ".to(SAFEGUARDING, FIVE_WORKING_DAYS)"),
                    line(
                            "SG-03",
                            "YoungPerson( age < 18 )\n    Yes( factor == \"sofa-surfing\" )",
                            ".to(SAFEGUARDING, ONE_WORKING_DAY)"),
                    line(
                            "MA-01",
                            "Several( group == \"exploitation\", factors >= 2 )",
                            ".to(MACE, STANDARD, FIVE_WORKING_DAYS)"),
                    line("MA-02", "Unclear( factor == \"gang-association\" )", ".to(MACE, SCREEN, TEN_WORKING_DAYS)"),
                    line("MA-03", "Yes( factor == \"debt-bondage\" )", ".to(MACE, HIGH, TEN_WORKING_DAYS)"),
                    line("MA-04", "Unsettled( group == \"core\", factors >= 2 )", ".to(MACE, SCREEN, PLANNED)"),
                    line("MA-05", "No( factor == \"mace-open\" )", ".to(MACE, SCREEN, PLANNED)"),
                    line("NR-01", "Yes( factor == \"unexplained-money\" )", ".withAction(NRM_REFERRAL, PLANNED)"),
                    line(
                            "EH-01",
                            "Yes( factor == \"housing-need\" )\n    not Recommended( pathway == SAFEGUARDING )",
                            ".to(EARLY_HELP, TEN_WORKING_DAYS)"),
                    line("EN-01", "Offence( factor == \"robbery\" )", ".to(ENFORCEMENT, FIVE_WORKING_DAYS)"))
            .screener();

    private static Explanation explain(AContact contact, Assessment... history) {
        return SCREENER.explain(contact.assessment(), List.of(history));
    }

    private static PathwayExplanation of(Pathway pathway, Seen... seen) {
        return of(pathway, AContact.today().observing(seen));
    }

    private static PathwayExplanation of(Pathway pathway, AContact contact, Assessment... history) {
        return explain(contact, history).pathways().stream()
                .filter(one -> one.pathway() == pathway)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPathwayOnOneFactRestsOnIt() {
        assertThat(of(Pathway.SAFEGUARDING, yes("physical-abuse-adult").daysAgo(3), yes("housing-need")))
                .isEqualTo(new PathwayExplanation(
                        Pathway.SAFEGUARDING, List.of(List.of("physical-abuse-adult")), List.of(), true));
    }

    @Test
    void ofTwoFactsThatGiveItEachBothMustGoAndOneOfThemMakesItSooner() {
        PathwayExplanation safeguarding = of(
                Pathway.SAFEGUARDING,
                yes("physical-abuse-adult").daysAgo(3),
                yes("going-missing").daysAgo(2));

        assertThat(safeguarding.withoutAny()).containsExactly(List.of("going-missing", "physical-abuse-adult"));
        assertThat(safeguarding.slowerWithout()).containsExactly(List.of("physical-abuse-adult"));
    }

    @Test
    void whatALevelRestsOnIsToldWithWhatItsSpeedRestsOn() {
        PathwayExplanation mace = of(Pathway.MACE, yes("debt-bondage"), yes("unexplained-money"));

        assertThat(mace.withoutAny()).containsExactly(List.of("debt-bondage"));
        assertThat(mace.slowerWithout()).containsExactly(List.of("unexplained-money"));
        assertThat(of(Pathway.MACE, yes("debt-bondage"), unclear("gang-association"))
                        .slowerWithout())
                .containsExactly(List.of("debt-bondage"));
    }

    @Test
    void aCountFallsWithAnyOneTooMany() {
        assertThat(of(Pathway.MACE, yes("going-missing").daysAgo(2), yes("gang-association"), yes("unexplained-money"))
                        .withoutAny())
                .containsExactly(
                        List.of("going-missing", "gang-association"),
                        List.of("going-missing", "unexplained-money"),
                        List.of("gang-association", "unexplained-money"));
    }

    @Test
    void aNoAndAnAnswerThatIsNotSettledAreFactsToo() {
        assertThat(of(Pathway.MACE, no("mace-open")).withoutAny()).containsExactly(List.of("mace-open"));
        assertThat(of(Pathway.MACE, unknown("going-missing"), unclear("threat-to-life"))
                        .withoutAny())
                .containsExactly(List.of("going-missing"), List.of("threat-to-life"));
    }

    @Test
    void whatWasAnsweredIsTold() {
        assertThat(explain(AContact.today().observing(no("mace-open"), yes("debt-bondage"), no("housing-need")))
                        .facts())
                .containsExactly(
                        new Explanation.Answered("debt-bondage", Answer.YES),
                        new Explanation.Answered("mace-open", Answer.NO));
    }

    @Test
    void aFactIsAllThatWasSaidAboutItAtEarlierContactsToo() {
        Assessment before = AContact.on(AContact.TODAY.minusDays(9))
                .observing(yes("physical-abuse-adult").daysAgo(12))
                .assessment();
        AContact today = AContact.today()
                .observing(yes("physical-abuse-adult").daysAgo(3).by(Agency.SCHOOL));

        assertThat(of(Pathway.SAFEGUARDING, today, before).withoutAny())
                .containsExactly(List.of("physical-abuse-adult"));
    }

    @Test
    void earlyHelpRestsOnWhatKeepsSafeguardingAwayToo() {
        assertThat(of(
                                Pathway.EARLY_HELP,
                                yes("housing-need"),
                                yes("going-missing").daysAgo(2),
                                yes("trusted-adult"))
                        .withoutAny())
                .containsExactly(List.of("housing-need"), List.of("trusted-adult"));
    }

    @Test
    void safeguardingBesideAReferralToTheNationalMechanismRestsOnWhatTheReferralRestsOn() {
        assertThat(of(Pathway.SAFEGUARDING, yes("unexplained-money")).withoutAny())
                .containsExactly(List.of("unexplained-money"));
        assertThat(of(
                                Pathway.SAFEGUARDING,
                                yes("unexplained-money"),
                                yes("going-missing").daysAgo(2))
                        .slowerWithout())
                .containsExactly(List.of("unexplained-money"));
    }

    @Test
    void immediateHarmThatNoRuleSpeaksOfGivesWayToAnotherPathway() {
        assertThat(of(Pathway.SAFEGUARDING, yes("missing-now"), yes("housing-need"), no("early-help-consent"))
                        .withoutAny())
                .containsExactly(List.of("missing-now"), List.of("early-help-consent"));
    }

    @Test
    void enforcementFallsWithTheLastPathwayThatLooksAfterTheChild() {
        assertThat(of(Pathway.ENFORCEMENT, yes("robbery").daysAgo(5).by(Agency.POLICE), yes("housing-need"))
                        .withoutAny())
                .containsExactly(List.of("housing-need"), List.of("robbery"));
        assertThat(of(
                                Pathway.ENFORCEMENT,
                                AContact.today()
                                        .aged(19)
                                        .observing(yes("robbery").daysAgo(5).by(Agency.POLICE), yes("housing-need")))
                        .withoutAny())
                .containsExactly(List.of("robbery"));
    }

    @Test
    void whatAnAgeInDisputeGivesRestsOnTheDispute() {
        assertThat(of(
                                Pathway.SAFEGUARDING,
                                AContact.today().aged(18).observing(yes("sofa-surfing"), yes("age-disputed")))
                        .withoutAny())
                .containsExactly(List.of("sofa-surfing"), List.of("age-disputed"));
    }

    @Test
    void whatRestsOnMoreThanThreeFactsSaysSo() {
        PathwayExplanation mace = of(
                Pathway.MACE,
                yes("debt-bondage"),
                unclear("gang-association"),
                no("mace-open"),
                unknown("going-missing"),
                unclear("threat-to-life"));

        assertThat(mace.withoutAny()).isEmpty();
        assertThat(mace.standsOnMore()).isTrue();
    }

    @Test
    void whereTheSearchIsCutShortItSaysSo() {
        RuleSet rules = SCREENER.ruleSet().with(SCREENER.ruleSet().rules());
        Assessment contact = AContact.today()
                .observing(yes("physical-abuse-adult").daysAgo(3), yes("sofa-surfing"), yes("going-missing"))
                .assessment();
        CaseFile file = CaseFile.of(rules.catalogue(), contact, List.of());
        Verdicts verdicts = new Verdicts(rules);

        PathwayExplanation cut = new Counterfactuals(
                        rules, new ReadFactors(rules), left -> Pass.of(verdicts.run(left)), 2)
                .of(file)
                .pathways()
                .get(0);

        assertThat(cut.complete()).isFalse();
        assertThat(cut.standsOnMore()).isFalse();
    }

    @Test
    void whereNothingIsRecommendedThereIsNothingToExplain() {
        assertThat(explain(AContact.today().observing(no("housing-need"))))
                .isEqualTo(new Explanation(3, List.of(), List.of()));
    }
}
