package org.waymark.ruleset.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.screening.Pass;

/** What is told of a line that does not fire, or fires: each condition as its author wrote it, and the values found. */
class TraceTest {

    private static final List<String> NOTHING = List.of("observations: []");

    /** The trace of a line in a case, as one text. */
    private static String trace(String line, String... given) {
        String yaml = "- rule: " + line + "\n  fires:\n    " + String.join("\n    ", given) + "\n";
        LineScenario scenario = (LineScenario) Played.read(yaml).all().get(0);
        Pass pass = Played.SCREENER.pass(scenario.assessment(), List.of());
        return String.join("\n", Trace.of(Played.rule(line), pass).lines(""));
    }

    private static Arguments line(String line, List<String> given, String... told) {
        return arguments(line, given, String.join("\n", told));
    }

    private static List<String> observed(String... observations) {
        return Stream.concat(
                        Stream.of("observations:"), Arrays.stream(observations).map(one -> "  - {" + one + "}"))
                .toList();
    }

    private static List<String> also(String given, List<String> more) {
        return Stream.concat(Stream.of(given), more.stream()).toList();
    }

    static Stream<Arguments> events() {
        return Stream.of(
                line(
                        "SG-12",
                        observed("factor: going-missing, answer: yes, daysAgo: [1, 30, 31]"),
                        "not met  Happened( factor == \"going-missing\", withinDays == 30, times >= 3 )",
                        "         times: 2 within 30 days, at least 3 needed (9 February 2026, 10 March 2026);"
                                + " before that 8 February 2026",
                        "met      YoungPerson( age <= 17 )   age: 14"),
                line(
                        "SG-12",
                        observed("factor: going-missing, answer: yes, times: 2, withinDays: 20"),
                        "not met  Happened( factor == \"going-missing\", withinDays == 30, times >= 3 )",
                        "         times: 2 within 30 days, at least 3 needed; counted, and not told day by day",
                        "met      YoungPerson( age <= 17 )   age: 14"),
                line(
                        "SG-12",
                        observed("factor: going-missing, answer: yes"),
                        "not met  Happened( factor == \"going-missing\", withinDays == 30, times >= 3 )",
                        "         times: 0 within 30 days, at least 3 needed; once on a day that nobody gave",
                        "met      YoungPerson( age <= 17 )   age: 14"),
                line(
                        "EN-03",
                        also("age: 9", observed("factor: found-with-weapon, answer: yes, daysAgo: 4, source: school")),
                        "not met  Offence( factor == \"found-with-weapon\", withinDays == 365 )",
                        "         times: 0 within 365 days, at least 1 needed; only what police or youth justice"
                                + " reported and did not let drop counts",
                        "not met  YoungPerson( age >= 10, age <= 17 )   age: 9"),
                line(
                        "EN-03",
                        also(
                                "age: unknown",
                                observed("factor: found-with-weapon, answer: yes, daysAgo: 366, source: police")),
                        "not met  Offence( factor == \"found-with-weapon\", withinDays == 365 )",
                        "         times: 0 within 365 days, at least 1 needed; before that 10 March 2025",
                        "met      YoungPerson( age >= 10, age <= 17 )   age: not known, so that any from birth to 17 counts"));
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                line(
                        "SG-13",
                        observed("factor: debt-bondage, answer: no, source: parent"),
                        "not met  Yes( factor == \"debt-bondage\" )   answer: no, said by parent on 11 March 2026"),
                line(
                        "SG-13",
                        also(
                                "referredBy: school",
                                observed(
                                        "factor: debt-bondage, answer: yes",
                                        "factor: debt-bondage, answer: no, source: parent")),
                        "met      Yes( factor == \"debt-bondage\" )",
                        "         answer: yes, said by school on 11 March 2026; sources disagree"),
                line(
                        "SV-07",
                        observed("factor: gang-association, answer: unknown"),
                        "not met  Area( attribute == \"gang-exit\" )   area: sefton, which has nothing of its own",
                        "not met  Unclear( factor == \"gang-association\" )",
                        "         answer: unknown, said by somebody not named on 11 March 2026"),
                line(
                        "EH-10",
                        also("referredBy: school", NOTHING),
                        "not met  Contact( referredBy == PARENT )   referredBy: school",
                        "met      NotYes( factor == \"trusted-adult\" )   answer: not asked"),
                line(
                        "EH-10",
                        observed("factor: trusted-adult, answer: yes, source: self"),
                        "not met  Contact( referredBy == PARENT )   referredBy: nobody said who made contact",
                        "not met  NotYes( factor == \"trusted-adult\" )   answer: yes, said by self on 11 March 2026"));
    }

    static Stream<Arguments> figuresAndCounts() {
        return Stream.of(
                line(
                        "SG-09",
                        observed(
                                "factor: longest-missing-episode, answer: yes, value: 12, daysAgo: 3",
                                "factor: longest-missing-episode, answer: yes, value: 30, daysAgo: 91"),
                        "not met  Measured( factor == \"longest-missing-episode\", withinDays == 90, value >= 24 )",
                        "         value: 30 on 10 December 2025, too long ago; 12 on 8 March 2026; at least 24 needed"
                                + " within 90 days"),
                line(
                        "SG-09",
                        NOTHING,
                        "not met  Measured( factor == \"longest-missing-episode\", withinDays == 90, value >= 24 )",
                        "         value: not given; at least 24 needed within 90 days"),
                line(
                        "MA-02",
                        observed(
                                "factor: going-missing, answer: yes, daysAgo: 91", "factor: debt-bondage, answer: yes"),
                        "not met  Several( group == \"exploitation\", withinDays == 90, factors >= 2, domains >= 2 )",
                        "         factors: 1, at least 2 needed (debt-bondage); too long ago: going-missing",
                        "         domains: 1, at least 2 needed (exploitation)"),
                line(
                        "GD-02",
                        observed("factor: gang-association, answer: yet-to-clarify"),
                        "not met  Unsettled( group == \"core\", factors >= 2 )",
                        "         factors: 1 asked and not settled, at least 2 needed (gang-association)"));
    }

    static Stream<Arguments> agesAndEarlierStages() {
        return Stream.of(
                line(
                        "TR-01",
                        also("dateOfBirth: 2008-09-11", NOTHING),
                        "not met  YoungPerson( daysTo18 <= 183 )   daysTo18: 184",
                        "not met  Yes( factor == \"mace-open\" )   answer: not asked"),
                line(
                        "TR-01",
                        also("age: 17", NOTHING),
                        "met      YoungPerson( daysTo18 <= 183 )   daysTo18: not known to the day, at the age of 17",
                        "not met  Yes( factor == \"mace-open\" )   answer: not asked"),
                line(
                        "SG-12",
                        also("age: 18", observed("factor: age-disputed, answer: yes")),
                        "not met  Happened( factor == \"going-missing\", withinDays == 30, times >= 3 )",
                        "         times: 0 within 30 days, at least 3 needed; not asked",
                        "met      YoungPerson( age <= 17 )   age: 17, as said to be older and in doubt"),
                line(
                        "EH-16",
                        observed(
                                "factor: housing-need, answer: yes, source: housing",
                                "factor: debt-bondage, answer: yes"),
                        "met      Yes( factor == \"housing-need\" )   answer: yes, said by housing on 11 March 2026",
                        "not met  not Recommended( pathway == SAFEGUARDING )   recommended: safeguarding"
                                + " one-working-day"),
                line(
                        "SV-17",
                        observed("factor: debt-bondage, answer: yes"),
                        "not met  Recommended( pathway == SAFEGUARDING, urgency == SAME_DAY )",
                        "         recommended: safeguarding one-working-day"),
                line(
                        "SV-17",
                        NOTHING,
                        "not met  Recommended( pathway == SAFEGUARDING, urgency == SAME_DAY )",
                        "         recommended: no safeguarding by an earlier stage"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"events", "answers", "figuresAndCounts", "agesAndEarlierStages"})
    void showsEachConditionAndTheValuesFound(String line, List<String> given, String told) {
        assertThat(trace(line, given.toArray(String[]::new))).isEqualTo(told);
    }

    @Test
    void saysThatAnAnswerDoesNotCarryOver() {
        WholeCase told = Played.read("""
                        - case: Consent is asked anew at each contact
                          timeline:
                            - contact: then
                              daysAgo: 10
                              observations:
                                - {factor: sofa-surfing, answer: yes, source: housing}
                            - contact: now
                              daysAgo: 0
                              observations: []
                          expect: {primary: universal}
                        """).wholeCases().get(0);
        Pass pass = Played.SCREENER.pass(
                told.contacts().get(1).assessment(),
                List.of(told.contacts().get(0).assessment()));

        assertThat(String.join("\n", Trace.of(Played.rule("SV-05"), pass).lines("")))
                .isEqualTo("""
                not met  Yes( factor == "sofa-surfing" )
                         answer: not asked at this contact; what was said before does not carry over: yes by housing on \
                1 March 2026""");
    }
}
