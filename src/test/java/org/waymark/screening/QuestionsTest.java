package org.waymark.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.ruleset.SmallRules.line;
import static org.waymark.screening.Seen.no;
import static org.waymark.screening.Seen.unclear;
import static org.waymark.screening.Seen.unknown;
import static org.waymark.screening.Seen.yes;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.ruleset.ActiveRules;
import org.waymark.ruleset.SmallRules;
import org.waymark.screening.outcome.Outcome;
import org.waymark.screening.outcome.Question;
import org.waymark.screening.outcome.Question.Asks;
import org.waymark.screening.outcome.Question.Change;
import org.waymark.screening.pathway.Urgency;

/** What is asked because the answer would change the outcome, and what is not asked because it would not. */
class QuestionsTest {

    private static final Screener SCREENER = SmallRules.of(
                    line(
                            "SG-12",
                            "Happened( factor == \"going-missing\", withinDays == 30, times >= 3 )",
                            ".to(SAFEGUARDING, SAME_DAY)"),
                    line(
                            "SG-13",
                            "Happened( factor == \"going-missing\", withinDays == 90 )",
                            ".to(SAFEGUARDING, FIVE_WORKING_DAYS)"),
                    line(
                            "SG-01",
                            "Happened( factor == \"physical-abuse-adult\", withinDays == 28 )",
                            ".to(SAFEGUARDING, SAME_DAY)"),
                    line(
                            "SG-03",
                            "Happened( factor == \"physical-abuse-adult\", withinDays == 7 )",
                            ".to(SAFEGUARDING, IMMEDIATE)"),
                    line(
                            "SG-02",
                            "Happened( factor == \"physical-abuse-adult\" )",
                            ".to(SAFEGUARDING, FIVE_WORKING_DAYS)"),
                    line("SY-02", "Happened( factor == \"suspension\", times >= 3 )", ".withAction(MANAGER_REVIEW)"),
                    line(
                            "SG-10",
                            "Measured( factor == \"longest-missing-episode\", value >= 24 )",
                            ".to(MACE, HIGH, ONE_WORKING_DAY)"),
                    line(
                            "SG-11",
                            "Measured( factor == \"longest-missing-episode\", value > 72 )",
                            ".to(SAFEGUARDING, SAME_DAY)"),
                    line(
                            "SG-30",
                            "Yes( factor == \"debt-bondage\" )\n    Yes( factor == \"gang-association\" )",
                            ".to(MACE, HIGH, ONE_WORKING_DAY)"),
                    line(
                            "EH-02",
                            "No( factor == \"trusted-adult\" )\n    not Recommended( pathway == SAFEGUARDING )",
                            ".to(EARLY_HELP, TEN_WORKING_DAYS)"),
                    line("SV-01", "Yes( factor == \"housing-need\" )", ".withService(HOUSING)"))
            .screener();

    private static List<Question> questions(Seen... seen) {
        return SCREENER.screen(AContact.today().observing(seen).assessment(), List.of())
                .questions();
    }

    private static Optional<Question> about(String factor, Seen... seen) {
        return questions(seen).stream()
                .filter(one -> one.factor().equals(factor))
                .findFirst();
    }

    private static Change change(String answer, Urgency urgency, String... adds) {
        return new Change(answer, List.of(adds), List.of(), List.of(), List.of(), urgency);
    }

    @Test
    void whatAnAnswerWouldBlockIsToldApartFromWhatItWouldAdd() {
        Outcome outcome = ActiveRules.screener()
                .screen(AContact.today().observing(yes("suspension").daysAgo(3)).assessment(), List.of());

        Question question = outcome.questions().stream()
                .filter(one -> one.factor().equals("fgm-risk"))
                .findFirst()
                .orElseThrow();

        assertThat(question.changes().get(0).adds()).contains("safeguarding").doesNotContain("contact-family");
        assertThat(question.changes().get(0).blocks()).contains("contact-family");
    }

    @Test
    void whatWasNotAskedIsAskedYesOrNoWhereAnAnswerChangesSomething() {
        assertThat(about("physical-abuse-adult"))
                .hasValue(new Question(
                        "physical-abuse-adult",
                        Asks.YES_NO,
                        "Is there hurt by an adult?",
                        List.of(change("yes", Urgency.IMMEDIATE, "safeguarding"))));
    }

    @Test
    void aNoThatChangesSomethingIsShownToo() {
        assertThat(about("trusted-adult").orElseThrow().changes())
                .containsExactly(change("no", Urgency.TEN_WORKING_DAYS, "early-help"));
    }

    @Test
    void aFactorThatChangesNothingAloneIsNotAsked() {
        assertThat(about("debt-bondage")).isEmpty();
        assertThat(about("debt-bondage", yes("gang-association"))).isPresent();
    }

    @Test
    void whatChangesServicesOnlyOrIsReadByNoRuleIsNotAsked() {
        assertThat(about("housing-need")).isEmpty();
        assertThat(about("sofa-surfing")).isEmpty();
    }

    @Test
    void whatWasAnsweredIsNotAskedAndWhatIsNotSettledIs() {
        assertThat(about("physical-abuse-adult", no("physical-abuse-adult"))).isEmpty();
        assertThat(about("physical-abuse-adult", unknown("physical-abuse-adult")))
                .map(Question::asks)
                .hasValue(Asks.YES_NO);
        assertThat(about("physical-abuse-adult", unclear("physical-abuse-adult")))
                .map(Question::asks)
                .hasValue(Asks.YES_NO);
    }

    @Test
    void anEventWithoutADayIsAskedWhenAndTheDayIsTheLastThatChangesSomething() {
        assertThat(about("physical-abuse-adult", yes("physical-abuse-adult")))
                .hasValue(new Question(
                        "physical-abuse-adult",
                        Asks.WHEN,
                        "When did this last happen: hurt by an adult?",
                        List.of(change("2026-02-11", Urgency.SAME_DAY))));
    }

    @Test
    void anEventWithADayIsAskedHowOftenAndTheCountIsTheSmallestThatChangesSomething() {
        assertThat(about("going-missing", yes("going-missing").daysAgo(4, 9)))
                .hasValue(new Question(
                        "going-missing",
                        Asks.HOW_MANY,
                        "How many times has this happened in the last 30 days: missing episodes?",
                        List.of(change("3", Urgency.SAME_DAY))));
        assertThat(about("going-missing", yes("going-missing").daysAgo(4, 9, 12)))
                .isEmpty();
    }

    @Test
    void whatChangesNothingOnceIsAskedHowOften() {
        assertThat(about("suspension"))
                .hasValue(new Question(
                        "suspension",
                        Asks.HOW_MANY,
                        "How many times has this happened: suspension from school?",
                        List.of(change("3", Urgency.PLANNED, "manager-review"))));
    }

    @Test
    void whatOnlyAGuardReadsIsAskedToo() {
        assertThat(about("missing-now").orElseThrow().changes())
                .containsExactly(change("yes", Urgency.SAME_DAY, "safeguarding"));
    }

    @Test
    void howOftenIsAskedForACountAtAnyTimeToo() {
        assertThat(about("suspension", yes("suspension").daysAgo(400)))
                .map(Question::changes)
                .hasValue(List.of(change("3", Urgency.PLANNED, "manager-review")));
    }

    @Test
    void aFigureIsAskedAndTheSmallestThatChangesSomethingIsShown() {
        assertThat(about("longest-missing-episode").orElseThrow().changes())
                .containsExactly(change("24", Urgency.ONE_WORKING_DAY, "mace"));
        assertThat(about("longest-missing-episode").orElseThrow().asks()).isEqualTo(Asks.VALUE);
    }

    @Test
    void aFigureThatIsKnownToBeSmallIsNotAskedAgain() {
        assertThat(about(
                        "longest-missing-episode",
                        yes("longest-missing-episode").of(3).daysAgo(2)))
                .isEmpty();
    }

    @Test
    void aFigureOverALimitIsAskedJustAboveIt() {
        Seen known = yes("debt-bondage");

        assertThat(about("longest-missing-episode", known, yes("gang-association"))
                        .orElseThrow()
                        .changes())
                .containsExactly(change("73", Urgency.SAME_DAY, "safeguarding"));
    }

    @Test
    void whereNothingIsLeftToAskTheSummarySaysSoAndNoMoreThanThat() {
        Screener screener = SmallRules.of(line(
                        "SG-01",
                        "YoungPerson( age < 13 )\n    Yes( factor == \"sofa-surfing\" )",
                        ".to(SAFEGUARDING, SAME_DAY)"))
                .screener();
        AContact settled = AContact.today().observing(no("threat-to-life"), no("missing-now"), yes("sofa-surfing"));

        Outcome ofChild = screener.screen(settled.aged(12).assessment(), List.of());
        Outcome ofUnknownAge = screener.screen(settled.ofUnknownAge().assessment(), List.of());
        Outcome open = screener.screen(AContact.today().assessment(), List.of());

        assertThat(ofChild.questions()).isEmpty();
        assertThat(ofChild.summary())
                .endsWith(
                        "No single answer that is still open would change a pathway, an action, a block or how soon to"
                                + " respond.");
        assertThat(ofUnknownAge.summary()).endsWith("how soon to respond. Knowing the age would.");
        assertThat(ofUnknownAge.flags().get(0).statement()).endsWith("Knowing it could change the result.");
        assertThat(open.summary()).doesNotContain("No single answer");
    }

    @Test
    void anAgeThatNobodyKnowsIsFlaggedWithWhetherItMatters() {
        Screener screener = SmallRules.of(
                        line("SG-01", "Yes( factor == \"sofa-surfing\" )", ".to(SAFEGUARDING, SAME_DAY)"))
                .screener();

        assertThat(screener.screen(
                                AContact.today()
                                        .ofUnknownAge()
                                        .observing(yes("sofa-surfing"))
                                        .assessment(),
                                List.of())
                        .flags()
                        .get(0)
                        .statement())
                .isEqualTo("Age is not known: screened as under 18. No age under 18 would change the result.");
    }

    @Test
    void aDateTakesThePlaceOfTheMissingOne() {
        Screener screener = SmallRules.of(
                        line(
                                "SG-01",
                                "Happened( factor == \"physical-abuse-adult\", withinDays == 28 )",
                                ".to(SAFEGUARDING, ONE_WORKING_DAY)"),
                        line(
                                "SG-02",
                                "Happened( factor == \"physical-abuse-adult\", withinDays == 90 )",
                                ".to(SAFEGUARDING, FIVE_WORKING_DAYS)"))
                .screener();
        Outcome outcome = screener.screen(
                AContact.today().observing(yes("physical-abuse-adult")).assessment(), List.of());

        assertThat(outcome.questions())
                .filteredOn(one -> one.factor().equals("physical-abuse-adult"))
                .flatMap(Question::changes)
                .containsExactly(change("2025-12-11", Urgency.FIVE_WORKING_DAYS));
    }

    @Test
    void theAnswerThatWouldMakeItMostUrgentIsAskedFirst() {
        assertThat(questions())
                .extracting(Question::factor)
                .containsExactly(
                        "physical-abuse-adult",
                        "threat-to-life",
                        "missing-now",
                        "longest-missing-episode",
                        "going-missing",
                        "trusted-adult",
                        "suspension");
    }
}
