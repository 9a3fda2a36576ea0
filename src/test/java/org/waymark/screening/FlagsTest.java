package org.waymark.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.ruleset.SmallRules.line;
import static org.waymark.screening.AContact.TODAY;
import static org.waymark.screening.Seen.no;
import static org.waymark.screening.Seen.unknown;
import static org.waymark.screening.Seen.yes;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.assessment.Agency;
import org.waymark.ruleset.SmallRules;
import org.waymark.screening.outcome.FlagResult;
import org.waymark.screening.outcome.Outcome;
import org.waymark.screening.pathway.Flag;

/** The ten flags of the contract, each where it must stand and where it must not. */
class FlagsTest {

    private static final Screener SCREENER = SmallRules.of(
                    line("SG-01", "Happened( factor == \"going-missing\" )", ".to(SAFEGUARDING, FIVE_WORKING_DAYS)"),
                    line(
                            "EH-01",
                            "Yes( factor == \"housing-need\" )\n    not Recommended( pathway == SAFEGUARDING )",
                            ".to(EARLY_HELP, TEN_WORKING_DAYS)"),
                    line(
                            "GD-02",
                            "Not settled: {core.unsettled}.",
                            "Unsettled( group == \"core\", factors >= 2 )",
                            ".flagging(INSUFFICIENT_INFORMATION)"))
            .screener();

    private static Outcome screen(AContact contact, AContact... earlier) {
        return SCREENER.screen(
                contact.assessment(),
                Stream.of(earlier).map(AContact::assessment).toList());
    }

    private static AContact seen(Seen... seen) {
        return AContact.today().observing(seen);
    }

    private static String statement(Outcome outcome, Flag flag) {
        return outcome.flags().stream()
                .filter(one -> one.flag() == flag)
                .map(FlagResult::statement)
                .findFirst()
                .orElse("none");
    }

    @Test
    void aPlainContactHasNoFlags() {
        assertThat(screen(seen(yes("going-missing").daysAgo(3)).referredBy(Agency.POLICE))
                        .flags())
                .isEmpty();
    }

    @Test
    void anEventWithoutADayIsFlaggedWhetherOrNotItIsCounted() {
        assertThat(statement(screen(seen(yes("suspension"), yes("going-missing").times(4))), Flag.DATE_NOT_GIVEN))
                .isEqualTo("No date was given for missing episodes and suspension from school.");
        assertThat(screen(seen(yes("going-missing").timesWithin(4, 30))).has(Flag.DATE_NOT_GIVEN))
                .isFalse();
        assertThat(screen(seen(yes("debt-bondage"))).has(Flag.DATE_NOT_GIVEN)).isFalse();
    }

    @Test
    void aDayThatAnEarlierContactDidNotGiveIsNotAskedOfThisOne() {
        AContact lastWeek = AContact.on(TODAY.minusDays(7)).observing(yes("going-missing"));

        assertThat(screen(seen(), lastWeek).has(Flag.DATE_NOT_GIVEN)).isFalse();
    }

    @Test
    void sourcesThatDisagreeAreNamedWithTheAnswerThatCounts() {
        Outcome outcome = screen(
                seen(yes("debt-bondage").by(Agency.POLICE), no("debt-bondage").by(Agency.PARENT)));

        assertThat(statement(outcome, Flag.SOURCES_DISAGREE))
                .isEqualTo("Sources disagree about a debt they are made to work off (yes counts).");
    }

    @Test
    void aContactThatRestsOnOneAnonymousSourceAloneSaysSo() {
        Seen money = yes("unexplained-money");

        assertThat(screen(seen(money).referredBy(Agency.ANONYMOUS)).has(Flag.SINGLE_ANONYMOUS_SOURCE))
                .isTrue();
        assertThat(screen(seen(money, yes("debt-bondage").by(Agency.SCHOOL)).referredBy(Agency.ANONYMOUS))
                        .has(Flag.SINGLE_ANONYMOUS_SOURCE))
                .isFalse();
        assertThat(screen(seen(money)).has(Flag.SINGLE_ANONYMOUS_SOURCE)).isFalse();
        assertThat(screen(seen().referredBy(Agency.ANONYMOUS)).has(Flag.SINGLE_ANONYMOUS_SOURCE))
                .isFalse();
    }

    @Test
    void whatHappenedMoreThan90DaysAgoIsStaleWhereAReasonRestsOnIt() {
        assertThat(screen(seen(yes("going-missing").daysAgo(90))).has(Flag.STALE))
                .isFalse();
        assertThat(statement(screen(seen(yes("going-missing").daysAgo(91))), Flag.STALE))
                .isEqualTo("Rests on old information about missing episodes.");
        assertThat(screen(seen(yes("suspension").daysAgo(400))).has(Flag.STALE)).isFalse();
    }

    @Test
    void whatWasRecordedMoreThanAYearAgoIsStale() {
        AContact aYearAgo =
                AContact.on(TODAY.minusDays(365)).observing(yes("going-missing").daysAgo(370));
        AContact longer =
                AContact.on(TODAY.minusDays(366)).observing(yes("going-missing").daysAgo(370));

        assertThat(screen(seen(), aYearAgo).has(Flag.STALE)).isFalse();
        assertThat(screen(seen(), longer).has(Flag.STALE)).isTrue();
    }

    @Test
    void aRuleMaySayThatTooLittleIsKnown() {
        Outcome outcome = screen(seen(unknown("going-missing"), unknown("threat-to-life")));

        assertThat(outcome.flags())
                .containsExactly(new FlagResult(
                        Flag.INSUFFICIENT_INFORMATION,
                        List.of("GD-02"),
                        "Not settled: missing episodes and a threat to their life."));
        assertThat(screen(seen(unknown("going-missing"))).has(Flag.INSUFFICIENT_INFORMATION))
                .isFalse();
    }

    @Test
    void somebodyKnownElsewhereMayHaveARecordThatIsNotHere() {
        assertThat(statement(screen(seen().knownAs("knowsley", "KN-8812")), Flag.NOT_ASSESSED_HERE))
                .isEqualTo("Also known to knowsley: what was recorded there may not be here.");
        assertThat(screen(seen().placedBy("liverpool")).has(Flag.NOT_ASSESSED_HERE))
                .isTrue();
        assertThat(screen(seen().knownAs("sefton", "LCS-1")).has(Flag.NOT_ASSESSED_HERE))
                .isFalse();
    }

    @Test
    void anAgeThatIsUnknownDisputedOrAnAdultsIsSaid() {
        assertThat(screen(seen().ofUnknownAge()).flags())
                .extracting(FlagResult::flag)
                .containsExactly(Flag.AGE_UNKNOWN);
        assertThat(screen(seen(yes("age-disputed")).aged(18)).flags())
                .extracting(FlagResult::flag)
                .containsExactly(Flag.AGE_DISPUTED);
        assertThat(screen(seen().aged(18)).flags()).extracting(FlagResult::flag).containsExactly(Flag.AGED_18_OR_OVER);
    }

    @Test
    void earlyHelpWithoutAnAnswerAboutConsentSaysSo() {
        assertThat(screen(seen(yes("housing-need"))).has(Flag.CONSENT_UNKNOWN)).isTrue();
        assertThat(screen(seen(yes("housing-need"), unknown("early-help-consent")))
                        .has(Flag.CONSENT_UNKNOWN))
                .isTrue();
        assertThat(screen(seen(yes("housing-need"), yes("early-help-consent"))).has(Flag.CONSENT_UNKNOWN))
                .isFalse();
        assertThat(screen(seen(yes("housing-need"), no("early-help-consent"))).has(Flag.CONSENT_UNKNOWN))
                .isFalse();
    }
}
