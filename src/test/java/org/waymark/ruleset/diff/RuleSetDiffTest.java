package org.waymark.ruleset.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.ruleset.SmallRules.line;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.assessment.Json;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.CheckedRulesOfThisRepository;
import org.waymark.ruleset.SmallRules;
import org.waymark.ruleset.mutation.Mutant;
import org.waymark.ruleset.mutation.Mutants;
import org.waymark.screening.rule.Rule;

/** The difference of two rule sets: each figure by its name, with what it was and what it is. */
class RuleSetDiffTest {

    private static final String WHEN = "Happened( factor == \"going-missing\", withinDays == 30, times >= 3 )";
    private static final String THEN = ".to(SAFEGUARDING, ONE_WORKING_DAY).andTo(MACE, STANDARD, ONE_WORKING_DAY)";
    private static final SmallRules ONE = rules(WHEN, THEN);

    private static SmallRules rules(String when, String then) {
        return SmallRules.of(line("SG-12", when, then));
    }

    private static CheckedRules checked(SmallRules rules) {
        return CheckedRulesOfThisRepository.read(rules.files());
    }

    private static RuleSetDiff diff(SmallRules before, SmallRules after) {
        return RuleSetDiff.of(checked(before), checked(after));
    }

    private static List<String> told(SmallRules after) {
        return told(ONE, after);
    }

    private static List<String> told(SmallRules before, SmallRules after) {
        return diff(before, after).all().stream()
                .flatMap(entry -> entry.details().stream().map(detail -> entry.id() + ": " + detail.text()))
                .toList();
    }

    private static SmallRules changing(String file, String from, String to) {
        String text = new String(ONE.files().all().get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return ONE.with(file, text.replace(from, to));
    }

    @Test
    void theSameFilesAreTheSame() {
        RuleSetDiff diff = diff(ONE, ONE);

        assertThat(diff.same()).isTrue();
        assertThat(diff.lines()).last().isEqualTo("They are the same files.");
    }

    @Test
    void whatOnlyMovesOrIsCommentedOnIsTheSame() {
        String two = "Yes( factor == \"debt-bondage\" )";
        SmallRules before = rules(WHEN + "\n" + two, THEN);
        SmallRules after = rules(two + "\n// why\n" + WHEN, THEN);

        RuleSetDiff diff = diff(before, after);

        assertThat(diff.same()).isTrue();
        assertThat(diff.lines()).last().asString().startsWith("They say the same: the files differ");
    }

    @Test
    void aFigureIsToldWithWhatItWasAndWhatItIsAndToWhichSideItGoes() {
        assertThat(told(rules(WHEN.replace("30", "20").replace("3 )", "2 )"), THEN)))
                .containsExactly(
                        "SG-12: missing episodes: within days 30 became 20 (met in fewer cases)",
                        "SG-12: missing episodes: times 3 became 2 (met in more cases)");
        assertThat(told(rules(WHEN.replace(", withinDays == 30", ""), THEN)))
                .containsExactly("SG-12: missing episodes: within days 30 became any (met in more cases)");
    }

    @Test
    void clocksAndLevelsGoSomewhere() {
        assertThat(told(rules(WHEN, ".to(SAFEGUARDING, SAME_DAY).andTo(MACE, HIGH, FIVE_WORKING_DAYS)")))
                .containsExactly(
                        "SG-12: MACE: clock within one working day became within five working days (later)",
                        "SG-12: MACE: level standard became high (higher)",
                        "SG-12: safeguarding: clock within one working day became within 24 hours (sooner)");
    }

    @Test
    void whatALineGivesOrNoLongerGivesIsSaidInWords() {
        SmallRules after = rules(
                WHEN,
                ".to(SAFEGUARDING, ONE_WORKING_DAY).withService(HOUSING).flagging(STALE).blocking(STEP_DOWN)"
                        + ".withAction(LEGAL_ADVICE)");

        assertThat(told(ONE, after))
                .containsExactly(
                        "SG-12: no longer gives: refer to MACE at level standard within one working day (gives less)",
                        "SG-12: now also gives: see that the child gets legal advice (gives more)",
                        "SG-12: now also gives: offer housing help (gives more)",
                        "SG-12: now also gives: block stepping the case down (gives more)",
                        "SG-12: now also gives: tell the reader that some of it is old (gives more)");
        assertThat(told(after, ONE)).contains("SG-12: no longer gives: offer housing help (gives less)");
    }

    @Test
    void aConditionThatComesOrGoesIsSaidInWords() {
        SmallRules two = rules(WHEN + "\nYes( factor == \"debt-bondage\" )", THEN);

        assertThat(told(ONE, two))
                .containsExactly("SG-12: now also asks that there is a yes to a debt they are made to work off "
                        + "(met in fewer cases)");
        assertThat(told(two, ONE))
                .containsExactly("SG-12: no longer asks that there is a yes to a debt they are made to work off "
                        + "(met in more cases)");
    }

    @Test
    void everyOtherKindOfConditionHasItsFigures() {
        SmallRules before = rules("""
                YoungPerson( age >= 13, age < 16 )
                Several( group == "exploitation", factors >= 2 )
                Measured( factor == "longest-missing-episode", withinDays == 90, value >= 24 )
                Yes( factor == "debt-bondage" )
                """, THEN);
        SmallRules after = rules("""
                YoungPerson( age >= 12, age < 15 )
                Several( group == "exploitation", factors >= 3, domains >= 2 )
                Measured( factor == "longest-missing-episode", withinDays == 90, value >= 48 )
                Unclear( factor == "debt-bondage" )
                """, THEN);

        assertThat(told(before, after))
                .containsExactly(
                        "SG-12: age in years at least 13 became at least 12 (met in more cases)",
                        "SG-12: age in years less than 16 became less than 15 (met in fewer cases)",
                        "SG-12: factors of the group exploitation: how many 2 became 3 (met in fewer cases)",
                        "SG-12: factors of the group exploitation: from how many parts of life 1 became 2 "
                                + "(met in fewer cases)",
                        "SG-12: the longest missing episode: limit at least 24 became at least 48 "
                                + "(met in fewer cases)",
                        "SG-12: a debt they are made to work off: answer yes became unclear");
    }

    @Test
    void lessAskedOfAResultThatMustBeAbsentIsMetInFewerCases() {
        String absent = "not Recommended( pathway == SAFEGUARDING, urgency == SAME_DAY )";
        String then = ".to(EARLY_HELP, TEN_WORKING_DAYS)";

        assertThat(told(rules(WHEN + absent, then), rules(WHEN + absent.replace("SAME_DAY", "ONE_WORKING_DAY"), then)))
                .containsExactly("SG-12: asked of safeguarding: clock within 24 hours became within one working day "
                        + "(met in fewer cases)");
    }

    @Test
    void aLineThatComesOrGoesIsToldAsASentence() {
        SmallRules two =
                SmallRules.of(line("SG-12", WHEN, THEN), line("SG-13", "Yes( factor == \"debt-bondage\" )", THEN));

        assertThat(diff(ONE, two).lines())
                .contains("Rules: 1 added", "- SG-13, A line of this test: added")
                .anyMatch(
                        text -> text.contains("If there is a yes to a debt they are made to work off, then refer to"));
        assertThat(diff(ONE, two).lowering()).isEmpty();
        assertThat(diff(two, ONE).lowering()).extracting(Entry::id).containsExactly("SG-13");
    }

    @Test
    void textsOfALineAreQuoted() {
        assertThat(told(changing("rules.drl", "Told in the test.", "Told otherwise.")))
                .containsExactly("SG-12: statement \"Told in the test.\" became \"Told otherwise.\"");
        assertThat(told(changing("rules.drl", "@Source(\"this test\")", "@Source(\"the panel, 2026\")")))
                .containsExactly("SG-12: source \"this test\" became \"the panel, 2026\"");
        assertThat(told(changing("rules.drl", "A line of this test", "Another line")))
                .singleElement()
                .asString()
                .startsWith("SG-12: title \"");
    }

    @Test
    void theMeaningOfAFactorAndAGroupComeBeforeAllElse() {
        SmallRules after = changing("factors.csv", "a debt they are made to work off,state,,Is", "a debt,state,,Was")
                .with("groups.csv", text("groups.csv").replace("exploitation,going-missing\n", ""));
        after = after.with(
                "factors.csv",
                new String(after.files().all().get("factors.csv"), StandardCharsets.UTF_8)
                        .replace("There is a debt they are made to work off", "They work off a debt"));

        List<String> lines = diff(ONE, after).lines();

        assertThat(lines.get(2)).startsWith("To be seen first").endsWith("2 changed");
        assertThat(lines)
                .containsSubsequence(
                        "    debt-bondage: what counts as yes \"There is a debt they are made to work off\" became "
                                + "\"They work off a debt\"",
                        "    exploitation: no longer holds `going-missing` (missing episodes) (met in fewer cases)",
                        "Factors: 1 changed",
                        "    debt-bondage: label \"a debt they are made to work off\" became \"a debt\"")
                .noneMatch(text -> text.startsWith("Groups"));
        assertThat(lines.stream().filter(text -> text.contains("what counts as yes")))
                .hasSize(1);
    }

    private static String text(String file) {
        return new String(ONE.files().all().get(file), StandardCharsets.UTF_8);
    }

    @Test
    void areasHolidaysAndNamesAreCompared() {
        assertThat(told(changing("areas.csv", "liverpool,Liverpool,gang-exit", "liverpool,Liverpool,")))
                .containsExactly("liverpool: no longer has gang exit");
        assertThat(told(changing("bank-holidays.csv", "2026-04-06,Easter Monday\n", "2026-05-04,Early May\n")))
                .containsExactly(
                        "2026-04-06: is no longer a bank holiday, clocks over it run sooner",
                        "2026-05-04: is no longer a working day, clocks over it run later");
        assertThat(told(changing("manifest.yaml", "name: \"Early help\"", "name: \"Family help\"")))
                .containsExactly("pathway early-help, name: the text \"Early help\" became \"Family help\"");
    }

    @Test
    void itCanBeWrittenAsJson() {
        assertThat(Json.write(diff(ONE, rules(WHEN.replace("30", "20"), THEN))))
                .contains("{\"subject\":\"rule\",\"id\":\"SG-12\",\"kind\":\"changed\"")
                .contains("{\"what\":\"within days\",\"of\":\"missing episodes\",\"from\":\"30\",\"to\":\"20\","
                        + "\"direction\":\"fewer-cases\"");
    }

    @Test
    void noSmallChangeOfTheRealRulesGoesUnseen() {
        CheckedRules rules = CheckedRulesOfThisRepository.rules();
        List<Mutant> mutants = Mutants.of(rules.asked());
        assertThat(mutants).hasSizeGreaterThan(1_000);

        assertThat(mutants).allSatisfy(mutant -> {
            RuleSetDiff diff = RuleSetDiff.of(only(rules, mutant.rule()), only(rules, mutant.changed()));
            assertThat(diff.rules())
                    .extracting(Entry::id)
                    .containsExactly(mutant.rule().id());
            assertThat(diff.rules().get(0).details()).hasSizeBetween(1, 3);
        });
    }

    private static CheckedRules only(CheckedRules rules, Rule rule) {
        return new CheckedRules(
                rules.manifest(), rules.notes(), rules.hash(), rules.catalogue(), rules.workingDays(), List.of(rule));
    }
}
