package org.waymark.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.ruleset.SmallRules.line;
import static org.waymark.screening.Seen.yes;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.ruleset.SmallRules;
import org.waymark.screening.outcome.Outcome;
import org.waymark.screening.outcome.PathwayResult;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Block;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Service;
import org.waymark.screening.pathway.Urgency;

/** How the four stages follow each other, and how what they give is put together. */
class StagesTest {

    private static final Screener SCREENER = SmallRules.of(
                    line(
                            "SG-01a",
                            "Happened( factor == \"going-missing\", withinDays == 30 )",
                            ".to(SAFEGUARDING, SAME_DAY)"),
                    line("SG-01b", "Happened( factor == \"going-missing\" )", ".to(SAFEGUARDING, TEN_WORKING_DAYS)"),
                    line(
                            "SG-02",
                            "Yes( factor == \"debt-bondage\" )",
                            ".to(SAFEGUARDING, FIVE_WORKING_DAYS).andTo(MACE, HIGH, FIVE_WORKING_DAYS)"),
                    line(
                            "MA-01",
                            "Yes( factor == \"gang-association\" )",
                            ".to(MACE, SCREEN, ONE_WORKING_DAY).withAction(CLARIFY)"),
                    line("SV-01", "Yes( factor == \"housing-need\" )", ".withService(HOUSING).withAction(RECHECK)"),
                    line(
                            "SV-02",
                            "Happened( factor == \"suspension\" )",
                            ".withAction(SAFETY_PLAN, ONE_WORKING_DAY).withAction(ALLOCATE_LEAD_WORKER)"),
                    line(
                            "SV-03",
                            "Recommended( pathway == MACE, level == STANDARD )",
                            ".withService(EXPLOITATION_SUPPORT)"),
                    line(
                            "SV-04",
                            "Recommended( pathway == SAFEGUARDING, urgency == ONE_WORKING_DAY )",
                            ".withAction(STRATEGY_DISCUSSION, SAME_DAY)"),
                    line(
                            "EH-01",
                            "Yes( factor == \"housing-need\" )\n    not Recommended( pathway == SAFEGUARDING )",
                            ".to(EARLY_HELP, TEN_WORKING_DAYS)"),
                    line("EN-03", "Offence( factor == \"robbery\" )", ".to(ENFORCEMENT, FIVE_WORKING_DAYS)"),
                    line(
                            "NR-05",
                            "Recommended( pathway == ENFORCEMENT )\n    Yes( factor == \"debt-bondage\" )",
                            ".withAction(HOLD_ENFORCEMENT).blocking(STEP_DOWN)"),
                    line("SY-01", "Happened( factor == \"going-missing\" )", ".blocking(NO_FURTHER_ACTION)"))
            .screener();

    private static Outcome screen(Seen... seen) {
        return screen(AContact.today().observing(seen));
    }

    private static Outcome screen(AContact contact) {
        return SCREENER.screen(contact.assessment(), List.of());
    }

    private static Urgency urgency(Outcome outcome, Action action) {
        return outcome.actions().stream()
                .filter(one -> one.action() == action)
                .findFirst()
                .orElseThrow()
                .urgency();
    }

    @Test
    void nothingKnownMeetsNoThresholdAndIsNotAFindingOfNoRisk() {
        Outcome outcome = screen();

        assertThat(outcome.primary()).isEqualTo("universal");
        assertThat(outcome.urgency()).isNull();
        assertThat(outcome.respondBy()).isNull();
        assertThat(outcome.pathways()).isEmpty();
        assertThat(outcome.summary())
                .isEqualTo("No threshold was met on what is known, which is not a finding of no risk.");
    }

    @Test
    void safeguardingLeadsMaceAndEachHasItsOwnClock() {
        Outcome outcome = screen(yes("debt-bondage"), yes("gang-association"));

        assertThat(outcome.primary()).isEqualTo("safeguarding");
        assertThat(outcome.pathways())
                .extracting(PathwayResult::pathway, PathwayResult::urgency)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Pathway.SAFEGUARDING, Urgency.FIVE_WORKING_DAYS),
                        org.assertj.core.groups.Tuple.tuple(Pathway.MACE, Urgency.ONE_WORKING_DAY));
        assertThat(outcome.urgency()).isEqualTo(Urgency.ONE_WORKING_DAY);
        assertThat(outcome.respondBy()).isEqualTo(Instant.parse("2026-03-12T23:59:59Z"));
        assertThat(outcome.pathways().get(0).respondBy()).isEqualTo(Instant.parse("2026-03-18T23:59:59Z"));
    }

    @Test
    void levelAndUrgencyAreTheHighestThatAnyRuleGaveAndNeverASum() {
        PathwayResult mace = screen(yes("debt-bondage"), yes("gang-association"))
                .pathway(Pathway.MACE)
                .orElseThrow();

        assertThat(mace.level()).isEqualTo("high");
        assertThat(mace.urgency()).isEqualTo(Urgency.ONE_WORKING_DAY);
        assertThat(mace.rules()).containsExactly("MA-01", "SG-02");
    }

    @Test
    void ofOneRuleTheFastestLineDecides() {
        PathwayResult safeguarding = screen(yes("going-missing").daysAgo(4, 300))
                .pathway(Pathway.SAFEGUARDING)
                .orElseThrow();

        assertThat(safeguarding.urgency()).isEqualTo(Urgency.SAME_DAY);
        assertThat(safeguarding.rules()).containsExactly("SG-01");
    }

    @Test
    void clocksRunFromWhenTheContactWasReceived() {
        Outcome outcome = screen(AContact.today()
                .receivedAt("2026-03-11T06:00:00Z")
                .observing(yes("going-missing").daysAgo(1)));

        assertThat(outcome.respondBy()).isEqualTo(Instant.parse("2026-03-12T06:00:00Z"));
    }

    @Test
    void earlyHelpIsOfferedWhereNoSafeguardingIsRecommended() {
        assertThat(screen(yes("housing-need")).primary()).isEqualTo("early-help");
        assertThat(screen(yes("housing-need"), yes("debt-bondage")).pathway(Pathway.EARLY_HELP))
                .isEmpty();
        assertThat(screen(yes("housing-need"), yes("gang-association")).pathway(Pathway.EARLY_HELP))
                .isPresent();
    }

    @Test
    void recommendedIsAtLeastThatLevelAndAtLeastThatUrgency() {
        assertThat(screen(yes("debt-bondage")).has(Service.EXPLOITATION_SUPPORT))
                .isTrue();
        assertThat(screen(yes("gang-association")).has(Service.EXPLOITATION_SUPPORT))
                .isFalse();
        assertThat(screen(yes("going-missing").daysAgo(4)).has(Action.STRATEGY_DISCUSSION))
                .isTrue();
        assertThat(screen(yes("going-missing").daysAgo(300)).has(Action.STRATEGY_DISCUSSION))
                .isFalse();
    }

    @Test
    void holdsReadWhatEnforcementGaveAndGiveNoPathway() {
        Seen robbery = yes("robbery").daysAgo(2).by(org.waymark.assessment.Agency.POLICE);

        assertThat(screen(robbery, yes("debt-bondage")).has(Action.HOLD_ENFORCEMENT))
                .isTrue();
        assertThat(screen(robbery, yes("debt-bondage")).has(Block.STEP_DOWN)).isTrue();
        assertThat(screen(yes("debt-bondage")).has(Action.HOLD_ENFORCEMENT)).isFalse();
        assertThat(screen(robbery, yes("gang-association")).has(Action.HOLD_ENFORCEMENT))
                .isFalse();
    }

    @Test
    void anActionTakesTheClockOfItsOwnPathwayElseOfTheOutcomeElseOfNothing() {
        Outcome beside = screen(yes("gang-association"), yes("going-missing").daysAgo(3));
        Outcome alone = screen(yes("suspension").daysAgo(3));

        assertThat(urgency(beside, Action.CLARIFY)).isEqualTo(Urgency.ONE_WORKING_DAY);
        assertThat(urgency(alone, Action.SAFETY_PLAN)).isEqualTo(Urgency.ONE_WORKING_DAY);
        assertThat(urgency(alone, Action.ALLOCATE_LEAD_WORKER)).isEqualTo(Urgency.PLANNED);
        assertThat(urgency(
                        screen(
                                yes("suspension").daysAgo(3),
                                yes("going-missing").daysAgo(3)),
                        Action.ALLOCATE_LEAD_WORKER))
                .isEqualTo(Urgency.SAME_DAY);
    }

    @Test
    void anActionAloneIsUniversalWithSomethingToDoAndItsUrgencyIsTheOutcomes() {
        Outcome outcome = screen(yes("suspension").daysAgo(3));

        assertThat(outcome.primary()).isEqualTo("universal");
        assertThat(outcome.urgency()).isEqualTo(Urgency.ONE_WORKING_DAY);
        assertThat(outcome.summary()).contains(" There are still things to do.");
    }

    @Test
    void anEventWithoutADayGivesNothingFasterThanOneWorkingDay() {
        PathwayResult undated =
                screen(yes("going-missing")).pathway(Pathway.SAFEGUARDING).orElseThrow();

        assertThat(undated.urgency()).isEqualTo(Urgency.ONE_WORKING_DAY);
    }

    @Test
    void theBlocksOfARuleAreSaidBesideItsPathway() {
        assertThat(screen(yes("going-missing").daysAgo(3)).blocks())
                .extracting(block -> block.block().code() + " " + block.rules())
                .containsExactly("no-further-action [SY-01]");
    }
}
