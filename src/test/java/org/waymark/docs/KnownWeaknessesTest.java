package org.waymark.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.screening.Seen.no;
import static org.waymark.screening.Seen.unclear;
import static org.waymark.screening.Seen.unknown;
import static org.waymark.screening.Seen.yes;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.assessment.Agency;
import org.waymark.assessment.OffenceStatus;
import org.waymark.ruleset.ActiveRules;
import org.waymark.screening.AContact;
import org.waymark.screening.Seen;
import org.waymark.screening.outcome.Outcome;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Block;
import org.waymark.screening.pathway.Flag;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Service;
import org.waymark.screening.pathway.Urgency;

/**
 * The weaknesses that {@code docs/model-limits.md} owns up to. None of this is wanted: where one of these fails because
 * a rule got better, take the weakness off the page and its test out of here.
 */
class KnownWeaknessesTest {

    private static final AContact CONTACT = AContact.today().referredBy(Agency.SCHOOL);

    private static Outcome of(Seen... seen) {
        return screened(CONTACT.observing(seen));
    }

    private static Outcome screened(AContact contact, AContact... earlier) {
        return ActiveRules.screener()
                .screen(
                        contact.assessment(),
                        Stream.of(earlier).map(AContact::assessment).toList());
    }

    private static Urgency urgency(Outcome outcome, Pathway pathway) {
        return outcome.pathway(pathway).orElseThrow().urgency();
    }

    private static String level(Outcome outcome) {
        return outcome.pathway(Pathway.MACE).orElseThrow().level();
    }

    private static void nothing(Outcome outcome) {
        assertThat(outcome.pathways()).isEmpty();
        assertThat(outcome.urgency()).isNull();
        assertThat(outcome.blocks()).isEmpty();
    }

    @Test
    void everyWeaknessOfThePageIsTriedHere() {
        Set<String> tried = Stream.of(KnownWeaknessesTest.class.getDeclaredMethods())
                .map(method -> method.getAnnotation(DisplayName.class))
                .filter(java.util.Objects::nonNull)
                .map(name -> name.value().substring(0, name.value().indexOf(' ')))
                .collect(Collectors.toSet());

        assertThat(tried)
                .isEqualTo(Page.of("docs/model-limits.md")
                        .rows("no.", "what happens now")
                        .keySet());
    }

    @Test
    @DisplayName("W1 an unknown about immediate harm alone")
    void anUnknownAboutImmediateHarmAlone() {
        Outcome one = of(unknown("threat-to-life"));
        nothing(one);
        assertThat(one.questions().get(0).factor()).isEqualTo("threat-to-life");

        Outcome all = of(ActiveRules.ruleSet().catalogue().group("immediate-harm").stream()
                .map(Seen::unknown)
                .toArray(Seen[]::new));
        assertThat(all.urgency()).isNull();
        assertThat(all.has(Block.NO_FURTHER_ACTION)).isTrue();
        assertThat(all.has(Flag.INSUFFICIENT_INFORMATION)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cse-concern", "trafficking-concern"})
    @DisplayName("W2 an unknown about sexual exploitation or trafficking")
    void anUnknownAboutExploitationHoldsNothing(String concern) {
        assertThat(of(unknown(concern), yes("unexplained-money-goods")).blocks())
                .isEmpty();
        assertThat(of(unknown("cce-concern"), yes("unexplained-money-goods")).has(Block.NO_FURTHER_ACTION))
                .isTrue();
        assertThat(of(unclear(concern)).pathway(Pathway.MACE)).isPresent();
    }

    @Test
    @DisplayName("W3 under arrest, and a safe place yet to clarify")
    void aSafePlaceYetToClarify() {
        assertThat(urgency(of(yes("arrested-now"), unknown("nowhere-safe-tonight")), Pathway.SAFEGUARDING))
                .isEqualTo(Urgency.SAME_DAY);
        nothing(of(yes("arrested-now"), unclear("nowhere-safe-tonight")));
    }

    @Test
    @DisplayName("W4 told of sexual harm at 12 and at 14")
    void lowerLevelAt12ThanAt14() {
        Seen[] seen = {yes("cse-concern"), yes("disclosure-of-sexual-harm").daysAgo(5)};
        Outcome at12 = screened(AContact.today().aged(12).observing(seen));
        Outcome at14 = screened(AContact.today().aged(14).observing(seen));

        assertThat(List.of(level(at12), level(at14))).containsExactly("standard", "high");
        assertThat(List.of(urgency(at12, Pathway.SAFEGUARDING), urgency(at14, Pathway.SAFEGUARDING)))
                .containsOnly(Urgency.SAME_DAY);
    }

    @Test
    @DisplayName("W5 welfare that the same fact brings")
    void enforcementBesideWelfareOfTheSameFact() {
        Outcome complaint = of(yes("anti-social-behaviour").daysAgo(5), yes("proposed-youth-injunction"));
        Outcome find = of(yes("found-with-weapon").daysAgo(5));
        Outcome robbery = of(yes("robbery").daysAgo(5).by(Agency.POLICE));

        assertThat(List.of(complaint, find, robbery))
                .allSatisfy(outcome ->
                        assertThat(outcome.pathway(Pathway.ENFORCEMENT)).isPresent());
        assertThat(of(yes("proposed-youth-injunction")).has(Block.ENFORCEMENT)).isTrue();
    }

    @Test
    @DisplayName("W6 early help where a plan is open")
    void earlyHelpWhereAPlanIsOpen() {
        assertThat(of(yes("child-in-need")).primary()).isEqualTo("early-help");
        assertThat(of(yes("child-protection-plan"), yes("suspension").daysAgo(5))
                        .primary())
                .isEqualTo("early-help");
    }

    @Test
    @DisplayName("W7 a National Referral Mechanism decision awaited")
    void aPendingDecision() {
        assertThat(of(yes("nrm-pending"), yes("trafficking-concern")).has(Action.NRM_REFERRAL))
                .isTrue();
        nothing(of(yes("nrm-pending")));
    }

    @Test
    @DisplayName("W8 the clock of the return interview")
    void theClockOfTheReturnInterview() {
        assertThat(of(yes("going-missing").daysAgo(2)).urgency()).isEqualTo(Urgency.ONE_WORKING_DAY);
    }

    @Test
    @DisplayName("W9 a judgement of gang involvement alone, and years later")
    void aJudgementOfGangInvolvement() {
        AContact earlier = AContact.on(AContact.TODAY.minusYears(3)).observing(yes("gang-association"));
        Outcome later = screened(CONTACT, earlier);

        assertThat(List.of(of(yes("gang-association")), later))
                .allSatisfy(outcome ->
                        assertThat(urgency(outcome, Pathway.SAFEGUARDING)).isEqualTo(Urgency.ONE_WORKING_DAY));
        assertThat(later.has(Flag.STALE)).isTrue();
        nothing(screened(CONTACT.observing(no("gang-association")), earlier));
    }

    @Test
    @DisplayName("W10 the word of police, passed on or old")
    void theWordOfPolicePassedOn() {
        AContact police = AContact.on(AContact.TODAY.minusYears(1))
                .referredBy(Agency.POLICE)
                .observing(yes("gang-association"));

        assertThat(screened(police).has(Action.CORROBORATE)).isTrue();
        assertThat(screened(CONTACT, police).has(Action.CORROBORATE)).isFalse();
        assertThat(of(yes("gang-association").by(Agency.POLICE)).has(Action.CORROBORATE))
                .isFalse();
    }

    @Test
    @DisplayName("W11 an old police entry")
    void anOldPoliceEntry() {
        Outcome outcome = of(yes("police-gang-flag").of(2).lastOn(AContact.TODAY.minusYears(5)));

        assertThat(level(outcome)).isEqualTo("screen");
        assertThat(outcome.has(Flag.STALE)).isTrue();
    }

    @Test
    @DisplayName("W12 a weapon found by school staff, or dropped by police")
    void aFindThatIsNoPoliceRecord() {
        Seen found = yes("found-with-weapon").daysAgo(5);

        assertThat(List.of(
                        of(found.by(Agency.SCHOOL)), of(found.by(Agency.POLICE).with(OffenceStatus.NO_FURTHER_ACTION))))
                .allSatisfy(outcome ->
                        assertThat(outcome.pathway(Pathway.ENFORCEMENT)).isPresent());
    }

    @Test
    @DisplayName("W13 early help turned down beside harm at home")
    void earlyHelpTurnedDown() {
        Seen refused = no("early-help-consent");

        assertThat(List.of(
                        of(refused, yes("domestic-abuse-parent-subject").daysAgo(5)),
                        of(refused, yes("neglect-basic-care")),
                        of(refused, yes("self-harm").daysAgo(5))))
                .allSatisfy(outcome -> {
                    assertThat(outcome.pathways()).isEmpty();
                    assertThat(outcome.urgency()).isEqualTo(Urgency.PLANNED);
                    assertThat(outcome.blocks()).isEmpty();
                });
    }

    @Test
    @DisplayName("W14 two windows for one threat")
    void twoWindowsForOneThreat() {
        Seen threat = yes("threat-to-child").daysAgo(30);

        assertThat(urgency(of(yes("threat-to-child").daysAgo(28)), Pathway.SAFEGUARDING))
                .isEqualTo(Urgency.SAME_DAY);
        assertThat(urgency(of(threat), Pathway.SAFEGUARDING)).isEqualTo(Urgency.ONE_WORKING_DAY);
        assertThat(urgency(of(threat, yes("debt-bondage")), Pathway.SAFEGUARDING))
                .isEqualTo(Urgency.SAME_DAY);
    }

    @Test
    @DisplayName("W15 conditions that are not tied together")
    void conditionsAreNotTiedTogether() {
        Seen drugs = yes("found-drugs-or-cash").daysAgo(1);

        assertThat(urgency(of(drugs), Pathway.SAFEGUARDING)).isEqualTo(Urgency.ONE_WORKING_DAY);
        assertThat(urgency(of(drugs, yes("found-out-of-area").daysAgo(60)), Pathway.SAFEGUARDING))
                .isEqualTo(Urgency.SAME_DAY);
    }

    @Test
    @DisplayName("W16 signs that give no pathway alone")
    void signsThatGiveNoPathwayAlone() {
        assertThat(Stream.of(
                                yes("danger-where-they-live"),
                                yes("harmer-has-access"),
                                yes("in-custody"),
                                yes("sexual-activity-concern"),
                                yes("ae-violence-attendance").daysAgo(1))
                        .map(seen -> of(seen).pathways()))
                .allMatch(List::isEmpty);
        assertThat(screened(AContact.today().aged(12).observing(yes("sexual-activity-concern")))
                        .pathways())
                .isNotEmpty();
    }

    @Test
    @DisplayName("W17 one label that holds up another")
    void oneLabelThatHoldsUpAnother() {
        String definition = ActiveRules.ruleSet()
                .catalogue()
                .require("older-peers-or-controller")
                .definition();

        assertThat(definition).contains("known to be in a gang");
        assertThat(level(of(yes("older-peers-or-controller"), yes("gang-association"))))
                .isEqualTo("standard");
        assertThat(of(yes("gang-association")).has(Service.EXPLOITATION_SUPPORT))
                .isFalse();
    }
}
