package org.waymark.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.ruleset.SmallRules.line;
import static org.waymark.screening.Seen.no;
import static org.waymark.screening.Seen.unknown;
import static org.waymark.screening.Seen.yes;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.assessment.Agency;
import org.waymark.ruleset.SmallRules;
import org.waymark.screening.outcome.Outcome;
import org.waymark.screening.outcome.Reason;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Block;
import org.waymark.screening.pathway.Flag;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;

/** What holds in every rule set, whatever its files say: contract, section 2, "Always". */
class GuardsTest {

    private static final Screener SCREENER = SmallRules.of(
                    line("EN-03a", "Offence( factor == \"robbery\" )", ".to(ENFORCEMENT, FIVE_WORKING_DAYS)"),
                    line(
                            "EN-03b",
                            "Happened( factor == \"found-with-weapon\" )",
                            ".to(MACE, SCREEN, FIVE_WORKING_DAYS).andTo(ENFORCEMENT, FIVE_WORKING_DAYS)"),
                    line(
                            "NR-01",
                            "Yes( factor == \"unexplained-money\" )",
                            ".withAction(NRM_REFERRAL, ONE_WORKING_DAY)"),
                    line(
                            "NR-02",
                            "Recommended( pathway == MACE, level == STANDARD )\n    Yes( factor == \"mace-open\" )",
                            ".withAction(NRM_REFERRAL, FIVE_WORKING_DAYS)"),
                    line("MA-01", "Yes( factor == \"sofa-surfing\" )", ".to(MACE, STANDARD, FIVE_WORKING_DAYS)"),
                    line(
                            "EH-01",
                            "Yes( factor == \"housing-need\" )\n    not Recommended( pathway == SAFEGUARDING )",
                            ".to(EARLY_HELP, TEN_WORKING_DAYS)"),
                    line(
                            "SY-20",
                            "Recommended( pathway == EARLY_HELP )",
                            ".withAction(ALLOCATE_LEAD_WORKER).blocking(STEP_DOWN)"),
                    line(
                            "SG-05",
                            "YoungPerson( age < 10 )\n    Yes( factor == \"debt-bondage\" )",
                            ".to(SAFEGUARDING, SAME_DAY)"),
                    line(
                            "SG-06",
                            "YoungPerson( age >= 10, age <= 15 )\n    Yes( factor == \"debt-bondage\" )",
                            ".to(SAFEGUARDING, FIVE_WORKING_DAYS)"),
                    line(
                            "SG-07",
                            "YoungPerson( age >= 16 )\n    Yes( factor == \"debt-bondage\" )",
                            ".to(MACE, HIGH, ONE_WORKING_DAY)"),
                    line(
                            "TR-01",
                            "YoungPerson( age <= 17, daysTo18 <= 183 )\n    Yes( factor == \"mace-open\" )",
                            ".withAction(TRANSITION_PLAN)"))
            .screener();

    private static final Seen ROBBERY = yes("robbery").daysAgo(3).by(Agency.POLICE);

    private static Outcome screen(AContact contact) {
        return SCREENER.screen(contact.assessment(), List.of());
    }

    private static AContact seen(Seen... seen) {
        return AContact.today().observing(seen);
    }

    private static List<String> reasons(Outcome outcome) {
        return outcome.reasons().stream().map(Reason::rule).toList();
    }

    @Test
    void enforcementAloneUnder18IsRemovedAndBlockedAndAManagerIsAsked() {
        Outcome outcome = screen(seen(ROBBERY));

        assertThat(outcome.pathways()).isEmpty();
        assertThat(outcome.primary()).isEqualTo("universal");
        assertThat(outcome.has(Block.ENFORCEMENT)).isTrue();
        assertThat(outcome.has(Action.MANAGER_REVIEW)).isTrue();
        assertThat(reasons(outcome)).contains("EN-01");
        assertThat(outcome.urgency()).isEqualTo(Urgency.FIVE_WORKING_DAYS);
    }

    @Test
    void aSignOfNeedBesideEnforcementNeverMakesTheWholeSlowerThanEnforcementAlone() {
        Outcome alone = screen(seen(ROBBERY));
        Outcome beside = screen(seen(ROBBERY, yes("housing-need")));

        assertThat(beside.pathway(Pathway.ENFORCEMENT)).isPresent();
        assertThat(beside.urgency().isAtLeast(alone.urgency())).isTrue();
    }

    @Test
    void enforcementStandsBesideWelfare() {
        Outcome outcome = screen(seen(ROBBERY, yes("sofa-surfing")));

        assertThat(outcome.primary()).isEqualTo("mace");
        assertThat(outcome.pathway(Pathway.ENFORCEMENT)).isPresent();
        assertThat(outcome.has(Block.ENFORCEMENT)).isFalse();
    }

    @Test
    void enforcementThatStandsOnlyBesideARefusedOfferStandsAlone() {
        Outcome outcome = screen(seen(ROBBERY, yes("housing-need"), no("early-help-consent")));

        assertThat(outcome.pathways()).isEmpty();
        assertThat(reasons(outcome)).contains("EN-01");
    }

    @Test
    void enforcementOfAnAdultMayStandAlone() {
        Outcome outcome = screen(seen(ROBBERY).aged(18));

        assertThat(outcome.primary()).isEqualTo("enforcement");
        assertThat(reasons(outcome)).doesNotContain("EN-01");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 9})
    void under10ThereIsNoEnforcementEvenBesideWelfare(int age) {
        Outcome outcome = screen(seen(ROBBERY, yes("sofa-surfing")).aged(age));

        assertThat(outcome.pathway(Pathway.ENFORCEMENT)).isEmpty();
        assertThat(outcome.pathway(Pathway.MACE)).isPresent();
        assertThat(outcome.has(Block.ENFORCEMENT)).isTrue();
        assertThat(reasons(outcome)).contains("EN-02");
    }

    @Test
    void theDayOfTheTenthBirthdayIsTen() {
        AContact contact = seen(ROBBERY, yes("sofa-surfing"));

        assertThat(screen(contact.born(AContact.TODAY.minusYears(10))).pathway(Pathway.ENFORCEMENT))
                .isPresent();
        assertThat(screen(contact.born(AContact.TODAY.minusYears(10).plusDays(1)))
                        .pathway(Pathway.ENFORCEMENT))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"threat-to-life", "missing-now"})
    void aSignOfImmediateHarmIsNeverUniversal(String factor) {
        Outcome outcome = screen(seen(yes(factor)));

        assertThat(outcome.primary()).isEqualTo("safeguarding");
        assertThat(outcome.urgency()).isEqualTo(Urgency.SAME_DAY);
        assertThat(reasons(outcome)).containsExactly("GD-10");
        assertThat(outcome.reasons().get(0).facts()).hasSize(1);
    }

    @Test
    void aSignOfImmediateHarmLeavesAloneWhatRulesAlreadyRecommend() {
        assertThat(reasons(screen(seen(yes("missing-now"), yes("sofa-surfing")))))
                .doesNotContain("GD-10");
    }

    @Test
    void aSignOfImmediateHarmBesideEnforcementAloneIsSafeguarding() {
        Outcome outcome = screen(seen(yes("missing-now"), ROBBERY));

        assertThat(outcome.primary()).isEqualTo("safeguarding");
        assertThat(outcome.pathway(Pathway.ENFORCEMENT)).isEmpty();
    }

    @Test
    void aReferralToTheNationalMechanismBringsSafeguardingWithIt() {
        Outcome outcome = screen(seen(yes("unexplained-money"), yes("housing-need")));

        assertThat(outcome.primary()).isEqualTo("safeguarding");
        assertThat(reasons(outcome)).contains("GD-11");
        assertThat(outcome.pathway(Pathway.EARLY_HELP)).isEmpty();
    }

    @Test
    void aReferralThatARuleOfTheLastStageGivesBringsSafeguardingToo() {
        Outcome outcome = screen(seen(yes("sofa-surfing"), yes("mace-open")));

        assertThat(outcome.has(Action.NRM_REFERRAL)).isTrue();
        assertThat(outcome.primary()).isEqualTo("safeguarding");
    }

    @Test
    void aFamilyThatTurnedEarlyHelpDownIsNotReferredToIt() {
        Outcome refused = screen(seen(yes("housing-need"), no("early-help-consent")));

        assertThat(refused.pathway(Pathway.EARLY_HELP)).isEmpty();
        assertThat(refused.has(Action.ALLOCATE_LEAD_WORKER)).isFalse();
    }

    @Test
    void notAskedAndNotKnownAreNoRefusal() {
        assertThat(screen(seen(yes("housing-need"))).primary()).isEqualTo("early-help");
        assertThat(screen(seen(yes("housing-need"), unknown("early-help-consent")))
                        .primary())
                .isEqualTo("early-help");
    }

    @Test
    void ofUnknownAgeIsWhatAllAgesFrom0To17WouldGiveTogether() {
        AContact contact = seen(
                yes("debt-bondage"), yes("mace-open"), yes("found-with-weapon").daysAgo(2));
        TreeSet<String> together = IntStream.range(0, 18)
                .mapToObj(age -> screen(contact.aged(age)))
                .flatMap(outcome -> outcome.pathways().stream())
                .filter(path -> path.pathway() != Pathway.ENFORCEMENT)
                .map(path -> path.pathway().code())
                .collect(Collectors.toCollection(TreeSet::new));
        Outcome unknown = screen(contact.ofUnknownAge());

        assertThat(unknown.pathways())
                .extracting(path -> path.pathway().code())
                .containsExactlyInAnyOrderElementsOf(together);
        assertThat(unknown.pathway(Pathway.SAFEGUARDING).orElseThrow().urgency())
                .isEqualTo(Urgency.SAME_DAY);
        assertThat(unknown.pathway(Pathway.MACE).orElseThrow().level()).isEqualTo("high");
        assertThat(unknown.has(Action.TRANSITION_PLAN)).isTrue();
    }

    @Test
    void ofUnknownAgeThereIsNoEnforcementButWhatItsRulesGiveBesideItStands() {
        Outcome outcome = screen(seen(yes("found-with-weapon").daysAgo(2)).ofUnknownAge());

        assertThat(outcome.pathway(Pathway.ENFORCEMENT)).isEmpty();
        assertThat(outcome.pathway(Pathway.MACE)).isPresent();
        assertThat(reasons(outcome)).doesNotContain("EN-01", "EN-02");
    }

    @Test
    void ofUnknownAgeEnforcementThatWouldStandAloneIsBlockedAndAManagerIsAsked() {
        Outcome outcome = screen(seen(ROBBERY).ofUnknownAge());

        assertThat(outcome.pathways()).isEmpty();
        assertThat(outcome.has(Block.ENFORCEMENT)).isTrue();
        assertThat(outcome.has(Action.MANAGER_REVIEW)).isTrue();
    }

    @Test
    void safeguardingBesideAReferralToTheNationalMechanismIsWithinOneWorkingDay() {
        Outcome outcome = screen(seen(yes("unexplained-money"), yes("debt-bondage")));

        assertThat(outcome.pathway(Pathway.SAFEGUARDING).orElseThrow().urgency())
                .isEqualTo(Urgency.ONE_WORKING_DAY);
    }

    @Test
    void anAgeInYearsMayBeAnyDayOfThatYear() {
        AContact open = seen(yes("mace-open"));

        assertThat(screen(open.aged(17)).has(Action.TRANSITION_PLAN)).isTrue();
        assertThat(screen(open.aged(16)).has(Action.TRANSITION_PLAN)).isFalse();
        assertThat(screen(open.born(AContact.TODAY.minusYears(18).plusDays(183)))
                        .has(Action.TRANSITION_PLAN))
                .isTrue();
        assertThat(screen(open.born(AContact.TODAY.minusYears(18).plusDays(184)))
                        .has(Action.TRANSITION_PLAN))
                .isFalse();
    }

    @Test
    void at18AdultSafeguardingIsToldAsUrgentlyAsTheRest() {
        Outcome outcome = screen(seen(yes("debt-bondage")).born(AContact.TODAY.minusYears(18)));

        assertThat(outcome.has(Flag.AGED_18_OR_OVER)).isTrue();
        assertThat(outcome.actions())
                .extracting(action ->
                        action.action().code() + " " + action.urgency().code())
                .containsExactly("adult-safeguarding one-working-day");
    }

    @Test
    void saidToBeAnAdultAndInDoubtIsTreatedAsAChild() {
        Outcome outcome =
                screen(seen(yes("debt-bondage"), yes("age-disputed"), ROBBERY).aged(19));

        assertThat(outcome.has(Flag.AGED_18_OR_OVER)).isFalse();
        assertThat(outcome.has(Flag.AGE_DISPUTED)).isTrue();
        assertThat(outcome.has(Action.ADULT_SAFEGUARDING)).isFalse();
        assertThat(outcome.primary()).isEqualTo("mace");
        assertThat(outcome.pathway(Pathway.ENFORCEMENT)).isEmpty();
    }
}
