package org.waymark.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.ruleset.SmallRules.line;
import static org.waymark.screening.AContact.TODAY;
import static org.waymark.screening.Seen.unclear;
import static org.waymark.screening.Seen.unknown;
import static org.waymark.screening.Seen.yes;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.assessment.Agency;
import org.waymark.assessment.OffenceStatus;
import org.waymark.ruleset.SmallRules;
import org.waymark.screening.outcome.Evidence;
import org.waymark.screening.outcome.NearMiss;
import org.waymark.screening.outcome.Outcome;
import org.waymark.screening.outcome.Reason;

/** What a decision says of why, and of what it nearly was. */
class ReasonsTest {

    private static final Screener SCREENER = SmallRules.of(
                    line(
                            "SG-01a",
                            "Missing {going-missing.times} times between {going-missing.first} and {going-missing.last}.",
                            "Happened( factor == \"going-missing\", withinDays == 30, times >= 3 )",
                            ".to(SAFEGUARDING, SAME_DAY)"),
                    line(
                            "SG-01b",
                            "Missing once (last on {going-missing.last}).",
                            "Happened( factor == \"going-missing\", withinDays == 90 )",
                            ".to(SAFEGUARDING, FIVE_WORKING_DAYS)"),
                    line(
                            "SG-01c",
                            "Missing once, and an interview is due.",
                            "Happened( factor == \"going-missing\", withinDays == 90 )",
                            ".withAction(RETURN_HOME_INTERVIEW)"),
                    line(
                            "SG-10",
                            "Missing for {longest-missing-episode.value} hours, up to {longest-missing-episode.last}.",
                            "Measured( factor == \"longest-missing-episode\", value >= 24 )",
                            ".to(SAFEGUARDING, FIVE_WORKING_DAYS)"),
                    line(
                            "SG-20",
                            "Aged {age}, {exploitation.factors}; contact by {referredBy}.",
                            "YoungPerson( age < 16 )\n    Several( group == \"exploitation\", factors >= 2 )",
                            ".to(MACE, STANDARD, FIVE_WORKING_DAYS)"),
                    line(
                            "SG-30",
                            "Both.",
                            "Yes( factor == \"debt-bondage\" )\n    Yes( factor == \"housing-need\" )",
                            ".to(SAFEGUARDING, FIVE_WORKING_DAYS)"),
                    line(
                            "SG-31",
                            "All three.",
                            "Yes( factor == \"debt-bondage\" )\n    Yes( factor == \"housing-need\" )\n    Yes( factor == \"mace-open\" )",
                            ".to(SAFEGUARDING, SAME_DAY)"),
                    line(
                            "GD-02",
                            "Not settled: {core.unsettled}.",
                            "Unsettled( group == \"core\", factors >= 2 )",
                            ".flagging(INSUFFICIENT_INFORMATION)"),
                    line(
                            "EN-03",
                            "Robbed on {robbery.first}, last on {robbery.last}.",
                            "Offence( factor == \"robbery\" )",
                            ".to(ENFORCEMENT, FIVE_WORKING_DAYS)"))
            .screener();

    private static Outcome screen(AContact contact, AContact... earlier) {
        return SCREENER.screen(
                contact.assessment(),
                Stream.of(earlier).map(AContact::assessment).toList());
    }

    private static List<String> said(Outcome outcome) {
        return outcome.reasons().stream().map(Reason::statement).toList();
    }

    private static AContact seen(Seen... seen) {
        return AContact.today().observing(seen);
    }

    @Test
    void ofARuleTheStrongestLineIsShownAndAnotherOnlyWhereItGivesSomethingMore() {
        Outcome outcome = screen(seen(yes("going-missing").daysAgo(5, 13, 23)));

        assertThat(said(outcome))
                .containsExactly(
                        "Missing 3 times between 16 February 2026 and 6 March 2026.",
                        "Missing once, and an interview is due.");
        assertThat(outcome.reasons()).extracting(Reason::rule).containsOnly("SG-01");
    }

    @Test
    void aDayThatNobodyGaveIsSaidInWordsThatFit() {
        assertThat(said(screen(seen(yes("going-missing"))))).contains("Missing once (date not given).");
    }

    @Test
    void aCountWithoutDaysSaysHowManyAndThatTheDaysWereNotGiven() {
        assertThat(said(screen(seen(yes("going-missing").timesWithin(4, 30)))))
                .contains("Missing 4 times on dates not given.");
    }

    @Test
    void figuresAgesGroupsAndWhoMadeContactAreFilledIn() {
        Outcome outcome = screen(seen(
                        yes("debt-bondage"),
                        yes("unexplained-money"),
                        yes("longest-missing-episode").of(30.5).lastOn(TODAY))
                .referredBy(Agency.SOCIAL_CARE));

        assertThat(said(outcome))
                .contains(
                        "Aged 14, a debt they are made to work off and money that nobody can explain; contact by social care.",
                        "Missing for 30.5 hours, up to 11 March 2026.");
    }

    @Test
    void anAgeThatNobodyKnowsIsSaidToBeUnknown() {
        assertThat(said(screen(
                        seen(yes("debt-bondage"), yes("unexplained-money")).ofUnknownAge())))
                .containsExactly(
                        "Age is not known; if it is so: Aged not known, a debt they are made to work off and money that nobody can explain;"
                                + " contact by somebody not named.");
    }

    @Test
    void whatWasAskedAndIsNotSettledIsNamed() {
        assertThat(said(screen(seen(unknown("gang-association"), unclear("going-missing")))))
                .containsExactly("Not settled: missing episodes and association with a gang.");
    }

    @Test
    void aReasonRestsOnTheContactsThatSaidIt() {
        Outcome outcome = screen(
                seen(yes("going-missing").daysAgo(5)),
                AContact.on(TODAY.minusDays(40))
                        .numbered("MASH-0")
                        .observing(yes("going-missing").daysAgo(41).by(Agency.POLICE)));

        assertThat(outcome.reasons().get(0).facts())
                .extracting(Evidence::assessmentId, Evidence::dates, Evidence::source)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("MASH-0", List.of(TODAY.minusDays(41)), Agency.POLICE),
                        org.assertj.core.groups.Tuple.tuple(
                                "MASH-2026-03-11T10:30:00Z", List.of(TODAY.minusDays(5)), null));
    }

    @Test
    void anOffenceRestsOnWhatPoliceReportedAndNotOnWhatElseWasSaid() {
        Outcome outcome = screen(seen(
                yes("robbery").daysAgo(9).by(Agency.SCHOOL),
                yes("robbery").daysAgo(6).by(Agency.POLICE).with(OffenceStatus.ALLEGED),
                yes("robbery").daysAgo(2).by(Agency.POLICE).with(OffenceStatus.NO_FURTHER_ACTION)));

        assertThat(said(outcome)).contains("Robbed on 5 March 2026, last on 5 March 2026.");
    }

    @Test
    void aRuleOneFactAwayIsANearMissAndSaysWhatItLacks() {
        Outcome outcome = screen(seen(yes("debt-bondage")));

        assertThat(outcome.nearMisses())
                .contains(new NearMiss(
                        "SG-30", "A line of this test", List.of(new NearMiss.Missing("housing-need", null))))
                .contains(new NearMiss(
                        "SG-20", "A line of this test", List.of(new NearMiss.Missing(null, "exploitation"))));
    }

    @Test
    void aRuleTwoFactsAwayIsNoNearMissAndNeitherIsOneThatFired() {
        assertThat(screen(seen(yes("suspension").daysAgo(3))).nearMisses()).isEmpty();
        assertThat(screen(seen(yes("debt-bondage"))).nearMisses())
                .extracting(NearMiss::rule)
                .contains("SG-30")
                .doesNotContain("SG-31");
        assertThat(screen(seen(yes("debt-bondage"), yes("housing-need"))).nearMisses())
                .extracting(NearMiss::rule)
                .doesNotContain("SG-30");
    }

    @Test
    void fewerTimesThanARuleAsksForIsANearMissOfARuleWithNoOtherFact() {
        Screener threeTimes = SmallRules.of(SmallRules.GOOD).screener();

        assertThat(threeTimes
                        .screen(seen(yes("going-missing").daysAgo(3, 9)).assessment(), List.of())
                        .nearMisses())
                .extracting(NearMiss::rule)
                .containsExactly("SG-12");
        assertThat(threeTimes.screen(seen().assessment(), List.of()).nearMisses())
                .isEmpty();
    }
}
