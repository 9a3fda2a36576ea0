package org.waymark.ruleset.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a policy officer reads where a scenario does not hold. */
class ScenarioFailureTest {

    private static final String TWICE_MISSING_AND_IN_DEBT = """
            - case: In debt
              given:
                observations:
                  - {factor: going-missing, answer: yes, daysAgo: [1, 2]}
                  - {factor: debt-bondage, answer: yes, source: police}
            """;

    private static final String CAME_OUT = "    pathways that came out: safeguarding one-working-day (SG-13), mace high"
            + " one-working-day (SG-13, MA-02)\n";

    private static final String SG_13 = """
                SG-13  A line of this test (rules.drl:11:6)
                    met      Yes( factor == "debt-bondage" )   answer: yes, said by police on 11 March 2026""".indent(4).stripTrailing();

    private static final String SG_12 = """
                SG-12  A line of this test (rules.drl:1:6)
                    not met  Happened( factor == "going-missing", withinDays == 30, times >= 3 )
                             times: 2 within 30 days, at least 3 needed (9 March 2026, 10 March 2026)
                    met      YoungPerson( age <= 17 )   age: 14""".indent(4).stripTrailing();

    private static Arguments expecting(String what, String told) {
        return arguments("expect: {" + what + "}", told);
    }

    private static Arguments never(String what, String told) {
        return arguments("never: {" + what + "}", told);
    }

    static Stream<Arguments> whatIsMissing() {
        return Stream.of(
                expecting("primary: mace", """
                        primary mace should come out and does not
                            primary that came out: safeguarding
                            what leads is given by:
                        """ + SG_13),
                expecting("primary: universal", """
                        primary universal should come out and does not
                            primary that came out: safeguarding
                            what leads is given by:
                        """ + SG_13),
                expecting("primary: early-help", """
                        primary early-help should come out and does not
                            primary that came out: safeguarding
                            no line that gives it reads anything that is known"""),
                expecting(
                        "pathways: [safeguarding same-day]",
                        "pathway safeguarding same-day should come out and does not\n" + CAME_OUT
                                + "    nearest lines that give it:\n" + SG_12),
                expecting(
                        "pathways: [mace standard]",
                        "pathway mace standard should come out and does not\n" + CAME_OUT + "    made so by:\n"
                                + SG_13),
                expecting(
                        "pathways: [enforcement]",
                        "pathway enforcement should come out and does not\n" + CAME_OUT
                                + "    no line that gives it reads anything that is known"),
                expecting("urgency: immediate", """
                        urgency immediate should come out and does not
                            urgency that came out: one-working-day
                            no line that gives it reads anything that is known"""),
                expecting("urgency: at least same-day", """
                        urgency at least same-day should come out and does not
                            urgency that came out: one-working-day
                            nearest lines that give it:
                        """ + SG_12),
                expecting("services: housing", """
                        service housing should come out and does not
                            services that came out: none
                            no line that gives it reads anything that is known"""),
                expecting("actions: [nrm-referral five-working-days]", """
                        action nrm-referral five-working-days should come out and does not
                            actions that came out: nrm-referral one-working-day (SG-13), safety-plan one-working-day (SG-13)
                            made so by:
                        """ + SG_13),
                expecting("blocks: [no-further-action]", """
                        block no-further-action should come out and does not
                            blocks that came out: none
                            no line that gives it reads anything that is known"""),
                expecting("flags: [stale]", """
                        flag stale should come out and does not
                            flags that came out: none
                            no line that gives it reads anything that is known"""),
                expecting("questions: [debt-bondage]", """
                        question debt-bondage should be asked and is not
                            questions asked: going-missing
                            answer to debt-bondage: yes"""),
                expecting("rules: [SG-12]", """
                        rule SG-12 should fire and does not
                            rules that fired: MA-02, SG-13
                        """ + SG_12),
                expecting("rules: [EN-01]", """
                        rule EN-01 should fire and does not
                            rules that fired: MA-02, SG-13
                            EN-01 holds in every rule set, and no rule file says when"""),
                expecting("summary: no such word", """
                        "no such word" in the summary should come out and does not
                            summary that came out: Safeguarding within one working day; MACE, level high, within one \
                        working day. Because: A line of this test; A line of this test."""));
    }

    static Stream<Arguments> whatMustNotBe() {
        return Stream.of(
                never("primary: safeguarding", """
                        primary safeguarding must not come out and does
                            primary that came out: safeguarding
                            given by:
                        """ + SG_13),
                never("urgency: at least one-working-day", """
                        urgency at least one-working-day must not come out and does
                            urgency that came out: one-working-day
                            given by:
                        """ + SG_13),
                never(
                        "pathways: [mace at least standard]",
                        "pathway mace at least standard must not come out and does\n" + CAME_OUT + "    given by:\n"
                                + SG_13),
                never("actions: [safety-plan]", """
                        action safety-plan must not come out and does
                            actions that came out: nrm-referral one-working-day (SG-13), safety-plan one-working-day (SG-13)
                            given by:
                        """ + SG_13),
                never("questions: [going-missing]", """
                        question going-missing must not be asked and is
                            questions asked: going-missing
                            asked: How many times has this happened in the last 30 days: missing episodes?
                            answer to going-missing: yes"""),
                never("rules: [SG-13]", """
                        rule SG-13 must not fire and does
                            rules that fired: MA-02, SG-13
                        """ + SG_13),
                never("summary: MACE", """
                        "MACE" in the summary must not come out and does
                            summary that came out: Safeguarding within one working day; MACE, level high, within one \
                        working day. Because: A line of this test; A line of this test."""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"whatIsMissing", "whatMustNotBe"})
    void saysWhatCameOutInsteadAndWhichLinesToLookAt(String expectation, String told) {
        assertThat(Played.told(TWICE_MISSING_AND_IN_DEBT + "  " + expectation + "\n"))
                .isEqualTo("cases.yaml:6  In debt: " + told);
    }

    @Test
    void tellsAtWhichContactAndWhatWasTakenAway() {
        assertThat(Played.told("""
                        - case: Refused
                          timeline:
                            - contact: first
                              daysAgo: 10
                              referredBy: housing
                              observations:
                                - {factor: housing-need, answer: yes}
                                - {factor: early-help-consent, answer: no}
                              expect:
                                pathways: [early-help]
                            - contact: then
                              daysAgo: 0
                              referredBy: school
                              observations:
                                - {factor: going-missing, answer: yes}
                          never:
                            flags: [date-not-given]
                            services: [housing]
                        """)).isEqualTo("""
                        cases.yaml:10  Refused, at "first": pathway early-help should come out and does not
                            pathways that came out: none
                            asked for, and taken away by what holds in every rule set:
                            EH-16  A line of this test (rules.drl:57:6)
                                met      Yes( factor == "housing-need" )   answer: yes, said by housing on 1 March 2026
                                met      not Recommended( pathway == SAFEGUARDING )
                                         recommended: no safeguarding by an earlier stage
                        cases.yaml:17  Refused, at "then": flag date-not-given must not come out and does
                            flags that came out: date-not-given, consent-unknown (EH-01)
                            it says: No date was given for missing episodes.
                        cases.yaml:18  Refused, at "then": service housing must not come out and does
                            services that came out: housing (EH-16)
                            given by:
                            EH-16  A line of this test (rules.drl:57:6)
                                met      Yes( factor == "housing-need" )   answer: yes, said by housing on 1 March 2026
                                met      not Recommended( pathway == SAFEGUARDING )
                                         recommended: no safeguarding by an earlier stage""");
    }

    @Test
    void tellsOfALineThatDoesNotFireOrDoesOrGivesSomethingElse() {
        assertThat(Played.told("""
                        - rule: SG-12
                          gives: {pathways: [safeguarding one-working-day, mace standard one-working-day], actions: safety-plan}
                          fires:
                            observations:
                              - {factor: going-missing, answer: yes, daysAgo: [1, 30]}
                          below:
                            - why: only twice
                              observations:
                                - {factor: going-missing, answer: yes, daysAgo: [1, 2, 3]}
                        """)).isEqualTo("""
                        cases.yaml:2  SG-12 does not give what it should
                            should give  pathway safeguarding one-working-day
                            should give  action safety-plan
                            gives        pathway safeguarding same-day
                        cases.yaml:4  SG-12 should fire (at its threshold) and does not
                            not met  Happened( factor == "going-missing", withinDays == 30, times >= 3 )
                                     times: 2 within 30 days, at least 3 needed (9 February 2026, 10 March 2026)
                            met      YoungPerson( age <= 17 )   age: 14
                        cases.yaml:7  SG-12 should not fire (only twice) and does
                            met      Happened( factor == "going-missing", withinDays == 30, times >= 3 )
                                     times: 3 within 30 days (8 March 2026, 9 March 2026, 10 March 2026)
                            met      YoungPerson( age <= 17 )   age: 14""");
    }
}
