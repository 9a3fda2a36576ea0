package org.waymark.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.waymark.assessment.Assessment;
import org.waymark.screening.outcome.ActionResult;
import org.waymark.screening.outcome.BlockResult;
import org.waymark.screening.outcome.FlagResult;
import org.waymark.screening.outcome.Outcome;
import org.waymark.screening.outcome.PathwayResult;
import org.waymark.screening.outcome.Reason;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Block;
import org.waymark.screening.pathway.Flag;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;

/**
 * The case that the service is measured by: what it would have said at each of the nine contacts with Chris, who was
 * killed at 14. The contacts stand in {@code samples/chris}; each knows the ones before it and nothing that came later.
 */
@DisplayName("The case of Chris")
class CaseOfChrisTest {

    private static final List<Assessment> CONTACTS =
            Samples.chris().stream().map(Samples::read).toList();
    private static final List<Outcome> OUTCOMES = Screenings.of(CONTACTS);

    private static Outcome contact(int number) {
        return OUTCOMES.get(number - 1);
    }

    @Test
    void thereAreNineContactsAboutOneYoungPersonInTheirOrder() {
        assertThat(CONTACTS).hasSize(9);
        assertThat(CONTACTS)
                .extracting(one -> one.youngPerson().key())
                .containsOnly(CONTACTS.get(0).youngPerson().key());
        assertThat(CONTACTS).extracting(Assessment::assessedAt).isSorted();
    }

    @Test
    @DisplayName("1, May 2016: need is seen before anybody speaks of a gang")
    void theFirstContactIsNotUniversal() {
        assertThat(contact(1).primary()).isNotEqualTo(Outcome.UNIVERSAL);
        assertThat(pathways(1)).contains(Pathway.SAFEGUARDING);
        assertThat(reasons(1)).contains("SG-14", "SV-03");
        assertThat(flags(1)).contains(Flag.DATE_NOT_GIVEN);
        assertThat(questions(1)).contains("gang-association", "coercion-disclosed", "threat-to-life");
    }

    @Test
    @DisplayName("2, July 2016: targeted by older people is exploitation, not youth offending")
    void theSecondContactReachesMace() {
        assertThat(pathways(2)).contains(Pathway.SAFEGUARDING, Pathway.MACE);
        assertThat(pathway(2, Pathway.MACE).level()).isEqualTo("standard");
        assertThat(contact(2).urgency()).isEqualTo(Urgency.ONE_WORKING_DAY);
        assertThat(reasons(2)).contains("SG-48");
    }

    @Test
    @DisplayName("3, September 2016: a dropped allegation is no reason for enforcement")
    void theThirdContactHoldsOnToWelfare() {
        assertThat(pathways(3)).containsExactly(Pathway.SAFEGUARDING, Pathway.MACE);
        assertThat(reasons(3)).contains("SY-08");
    }

    @Test
    @DisplayName("4, October 2016: arming for protection signals fear, and a closure after one visit is looked at")
    void theFourthContactBringsAManager() {
        assertThat(pathways(4)).containsExactly(Pathway.SAFEGUARDING, Pathway.MACE);
        assertThat(actions(4)).contains(Action.MANAGER_REVIEW, Action.SAFETY_PLAN);
        assertThat(blocks(4)).contains(Block.NO_FURTHER_ACTION);
        assertThat(reasons(4)).contains("SG-36", "SY-01");
    }

    @Test
    @DisplayName("5, November 2016: a week missing is answered the same day, and the second closure is looked at")
    void theFifthContactIsForToday() {
        assertThat(pathway(5, Pathway.SAFEGUARDING).urgency()).isEqualTo(Urgency.SAME_DAY);
        assertThat(pathway(5, Pathway.MACE).level()).isEqualTo("high");
        assertThat(actions(5))
                .contains(Action.MANAGER_REVIEW, Action.STRATEGY_DISCUSSION, Action.RETURN_HOME_INTERVIEW);
        assertThat(blocks(5)).contains(Block.NO_FURTHER_ACTION);
        assertThat(reasons(5)).contains("SG-09", "SG-10", "SY-01");
    }

    @Test
    @DisplayName("6, February 2017: he says that his life is in danger")
    void theSixthContactIsAnEmergency() {
        assertThat(pathway(6, Pathway.SAFEGUARDING).urgency()).isIn(Urgency.IMMEDIATE, Urgency.SAME_DAY);
        assertThat(pathway(6, Pathway.MACE).level()).isEqualTo("high");
        assertThat(actions(6)).contains(Action.EMERGENCY_SERVICES, Action.STRATEGY_DISCUSSION, Action.NRM_REFERRAL);
        assertThat(reasons(6)).contains("SG-01", "SG-31", "SY-03");
    }

    @Test
    @DisplayName("7, March 2017: a move away is a handover, not an end")
    void theSeventhContactHandsOver() {
        assertThat(pathways(7)).contains(Pathway.SAFEGUARDING, Pathway.MACE);
        assertThat(actions(7))
                .contains(
                        Action.HANDOVER_TO_NEW_AREA, Action.HOLD_ENFORCEMENT, Action.CORROBORATE, Action.LEGAL_ADVICE);
        assertThat(blocks(7)).contains(Block.NO_FURTHER_ACTION, Block.EARLY_HELP_CLOSURE);
        assertThat(reasons(7)).contains("SY-04");
    }

    @Test
    @DisplayName("8, May 2017: a knife, then acid, each time out of fear")
    void theEighthContactAnswersHisMother() {
        assertThat(pathway(8, Pathway.SAFEGUARDING).urgency()).isEqualTo(Urgency.SAME_DAY);
        assertThat(reasons(8)).contains("SG-03", "SG-23");
        assertThat(actions(8)).contains(Action.SAFETY_PLAN, Action.HOLD_ENFORCEMENT);
    }

    @Test
    @DisplayName("9, July 2017: back to where he has said that he will be killed")
    void theNinthContactSeesTheDangerWhereHeLives() {
        PathwayResult safeguarding = pathway(9, Pathway.SAFEGUARDING);

        assertThat(safeguarding.urgency().isAtLeast(Urgency.SAME_DAY)).isTrue();
        assertThat(reasons(9)).contains("SG-35");
        assertThat(safeguarding.rules()).contains("SG-35");
        assertThat(flags(9)).contains(Flag.STALE);
    }

    @Test
    void everyContactFromTheSecondOnHasSafeguardingOrMace() {
        for (int number = 2; number <= 9; number++) {
            assertThat(pathways(number)).as("contact %d", number).containsAnyOf(Pathway.SAFEGUARDING, Pathway.MACE);
        }
    }

    @Test
    void enforcementNeverStandsAlone() {
        assertThat(OUTCOMES.stream()
                        .filter(one -> one.pathway(Pathway.ENFORCEMENT).isPresent()))
                .as("contacts at which enforcement may be considered")
                .isNotEmpty()
                .allMatch(one -> one.pathway(Pathway.SAFEGUARDING).isPresent());
    }

    @Test
    void noContactAfterAClosureMayEndInNoFurtherAction() {
        for (int number = 4; number <= 9; number++) {
            assertThat(blocks(number)).as("contact %d", number).contains(Block.NO_FURTHER_ACTION);
        }
    }

    /** Without its history the last contact would be judged on less: what earlier contacts said must count. */
    @Test
    void theLastContactAloneWouldSayLess() {
        Outcome alone = new Screenings().screen(CONTACTS.get(8));

        assertThat(alone.pathway(Pathway.MACE)).isEmpty();
        assertThat(pathways(9)).contains(Pathway.MACE);
    }

    private static List<Pathway> pathways(int number) {
        return contact(number).pathways().stream().map(PathwayResult::pathway).toList();
    }

    private static PathwayResult pathway(int number, Pathway pathway) {
        return contact(number).pathway(pathway).orElseThrow();
    }

    private static List<Action> actions(int number) {
        return contact(number).actions().stream().map(ActionResult::action).toList();
    }

    private static List<Block> blocks(int number) {
        return contact(number).blocks().stream().map(BlockResult::block).toList();
    }

    private static List<Flag> flags(int number) {
        return contact(number).flags().stream().map(FlagResult::flag).toList();
    }

    private static List<String> reasons(int number) {
        return contact(number).reasons().stream().map(Reason::rule).toList();
    }

    private static List<String> questions(int number) {
        return contact(number).questions().stream().map(one -> one.factor()).toList();
    }
}
