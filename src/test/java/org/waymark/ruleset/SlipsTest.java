package org.waymark.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.waymark.ruleset.SmallRules.line;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a policy officer reads after a typical slip: where it is, what was found, what is allowed, the likely fix. */
class SlipsTest {

    private static final String GIVES = ".to(SAFEGUARDING, SAME_DAY)";
    private static final String READS = "Yes( factor == \"debt-bondage\" )";

    private static Arguments reading(String condition, String told) {
        return arguments(line("SG-01", condition, GIVES), told);
    }

    private static Arguments giving(String given, String told) {
        return arguments(line("SG-01", READS, given), told);
    }

    private static Arguments changed(String from, String to, String told) {
        return arguments(line("SG-01", READS, GIVES).replace(from, to), told);
    }

    static Stream<Arguments> wordsOfConditions() {
        return Stream.of(
                reading(
                        "Yes( factor == \"dept-bondage\" )",
                        "rules.drl:5:20: unknown factor `dept-bondage`; did you mean `debt-bondage`? (docs/lint/factor-unknown.md)"),
                reading(
                        "Hapened( factor == \"going-missing\" )",
                        "rules.drl:5:5: unknown fact `Hapened`; did you mean `Happened`?"),
                reading(
                        "Several( group == \"exploitaton\", factors >= 2 )",
                        "rules.drl:5:23: unknown group `exploitaton`; did you mean `exploitation`?"),
                reading(
                        "Happened( factor == \"going-missing\", withinWeeks == 4 )",
                        "rules.drl:5:42: `Happened` has no field `withinWeeks`; allowed are `factor`, `times`, `withinDays`"),
                reading(
                        "Happened( factor == \"going-missing\", withinDays == \"30\" )",
                        "rules.drl:5:56: found `30` where a whole number must stand; take the quotes off"),
                reading(
                        "Happened( factor == \"going-missing\", withinDays <= 30 )",
                        "rules.drl:5:53: `withinDays` is compared by `<=`; write `withinDays == ...`"),
                reading(
                        "Happened( factor == \"going-missing\", withinDays == 0 )",
                        "rules.drl:5:56: `0` is out of range for `withinDays`; allowed are 1 to 6570"),
                reading(
                        "Happened( factor == \"longest-missing-episode\" )",
                        "rules.drl:5:25: `longest-missing-episode` is of the kind `measure`, which this fact does not"
                                + " read; use `Measured`"),
                reading(
                        "Yes( factor == \"going-missing\" )",
                        "rules.drl:5:5: `Yes` reads `going-missing`, which is an event; use `Happened( factor =="
                                + " \"going-missing\" )`"),
                reading(
                        "Several( group == \"exploitation-strong\", factors >= 2 )",
                        "rules.drl:5:5: `2` factors are asked for, and the group `exploitation-strong` has 1; ask for"
                                + " fewer, or add factors to the group in groups.csv"));
    }

    static Stream<Arguments> shapesOfRules() {
        return Stream.of(
                reading(
                        "Yes( factor == \"debt-bondage )",
                        "rules.drl:5:20: the text in quotes is not closed; close it with a `\"` on the same line"),
                reading(
                        "Yes( factor == debt-bondage )",
                        "rules.drl:5:24: `-` is not part of the rule language; put the name in quotes, such as"
                                + " \"going-missing\""),
                reading(
                        "Yes( factor == \u201cdebt-bondage\u201d )",
                        "rules.drl:5:20: `\u201c` is not part of the rule language; write the plain quotation mark `\"`"),
                reading(
                        "Yes( factor = \"debt-bondage\" )",
                        "rules.drl:5:17: `=` is not part of the rule language; write `==`"),
                reading(
                        "Yes( factor == \"debt-bondage\"",
                        "rules.drl:6:1: found `then` where `,` or `)` must stand; a fact compares each field once, and"
                                + " closes with `)`"),
                reading(
                        READS + "\n    and Yes( factor == \"housing-need\" )",
                        "rules.drl:6:5: `and` is not part of the rule language; write each fact on a line of its own: all"
                                + " of them must hold"),
                changed(
                        "end\n",
                        "",
                        "rules.drl:8:1: found the end of the file where the rule before has not ended; write `end` on a"
                                + " line of its own after the `;`"),
                changed("then\n", "", "rules.drl:6:5: found `refer` before `then`; write `then` above what is given"),
                changed(
                        ";\n",
                        "\n",
                        "rules.drl:8:1: found `end` where `;` must stand; write `;` after the last of what is given"));
    }

    static Stream<Arguments> headsOfRules() {
        return Stream.of(
                changed(
                        "    @Source(\"this test\")\n",
                        "",
                        "rules.drl:1:6: the rule `SG-01 A line of this test` has no `@Source`; add one"),
                changed(
                        "SG-01 A",
                        "SG1 A",
                        "rules.drl:1:6: the name `SG1 A line of this test` is not an id and a title; write it as \"SG-12"
                                + " Missing three times in 30 days\""));
    }

    static Stream<Arguments> whatIsGiven() {
        return Stream.of(
                giving(".withService(HOUSEING)", "rules.drl:7:23: unknown service `HOUSEING`; did you mean `HOUSING`?"),
                giving(
                        ".withServices(HOUSING)",
                        "rules.drl:7:11: `refer` cannot `withServices`; did you mean `withService`?"),
                giving(
                        ".to(MACE, SAME_DAY)",
                        "rules.drl:7:14: `MACE` needs a level; allowed are `HIGH`, `SCREEN`, `STANDARD`"),
                giving(".to(MACE, HIHG, SAME_DAY)", "rules.drl:7:20: unknown level `HIHG`; did you mean `HIGH`?"),
                giving(
                        ".to(SAFEGUARDING, HIGH, SAME_DAY)",
                        "rules.drl:7:14: `SAFEGUARDING` has no level; take the level out"),
                giving(
                        ".to(SAFEGUARDING, TODAY)",
                        "rules.drl:7:28: unknown urgency `TODAY`; allowed are `FIVE_WORKING_DAYS`, `IMMEDIATE`,"
                                + " `ONE_WORKING_DAY`, `PLANNED`, `SAME_DAY`, `TEN_WORKING_DAYS`"),
                giving("", "rules.drl:1:6: `SG-01` gives nothing; say what to do: `refer.to(SAFEGUARDING, SAME_DAY);`"),
                giving(
                        ".to(EARLY_HELP, PLANNED)",
                        "rules.drl:1:6: `SG-01` gives early help whatever else is recommended; add `not Recommended("
                                + " pathway == SAFEGUARDING )`"));
    }

    static Stream<Arguments> whatARuleMayRead() {
        return Stream.of(
                reading(
                        "YoungPerson( age >= 13 )\n    YoungPerson( age <= 15 )\n    " + READS,
                        "rules.drl:1:6: `SG-01` speaks of an age in 2 facts; write both limits in one: `YoungPerson( age"
                                + " >= 13, age <= 15 )`"),
                reading(
                        "not Happened( factor == \"going-missing\" )\n    " + READS,
                        "rules.drl:5:9: `not` stands before `Happened`, and is allowed before `Recommended` only; \"no"
                                + " other sign\" is said by `not Recommended( pathway == SAFEGUARDING )`: what is not known"
                                + " is not no"),
                reading(
                        "NotYes( factor == \"debt-bondage\" )",
                        "rules.drl:5:5: `NotYes` reads `debt-bondage`, which is of the domain `exploitation`; `NotYes`"
                                + " may read factors of the domains protective, status and proposal only; not known is not"
                                + " no"),
                reading(
                        "Recommended( pathway == MACE )",
                        "rules.drl:1:6: `SG-01` reads what was recommended and gives a pathway; such a rule gives"
                                + " services, actions, blocks and flags only"),
                arguments(
                        line("EN-01", "Yes( factor == \"gang-association\" )", ".to(ENFORCEMENT, PLANNED)"),
                        "rules.drl:1:6: `EN-01` gives enforcement and reads `Yes( factor == \"gang-association\" )`; it may"
                                + " read ages, `Offence`, what is proposed, and the factors of the group `police-facts`"
                                + " only"),
                arguments(
                        line(
                                "SV-01",
                                READS + "\n    not Recommended( pathway == ENFORCEMENT )",
                                ".withService(HOUSING)"),
                        "rules.drl:6:9: `not Recommended` reads `ENFORCEMENT`, which no earlier stage decides; it may read"
                                + " `SAFEGUARDING` and `MACE`"));
    }

    static Stream<Arguments> statementsAndIds() {
        return Stream.of(
                arguments(
                        line("SG-01", "Last on {going-missing.last}.", READS, GIVES),
                        "rules.drl:1:6: the statement of `SG-01` has `{going-missing.last}`, which nothing that the rule"
                                + " reads can fill; allowed are `age`, `referredBy`"),
                arguments(
                        line("SG-01", "On {going-missing.latest}.", "Happened( factor == \"going-missing\" )", GIVES),
                        "rules.drl:1:6: the statement of `SG-01` has `{going-missing.latest}`, which nothing that the rule"
                                + " reads can fill; did you mean `going-missing.last`?"),
                arguments(
                        line("SG-01", READS, GIVES) + line("SG-01", READS, GIVES),
                        "rules.drl:9:6: the id `SG-01` is taken at rules.drl:1:6; give one of them another letter"));
    }

    @ParameterizedTest
    @MethodSource({
        "wordsOfConditions",
        "shapesOfRules",
        "headsOfRules",
        "whatIsGiven",
        "whatARuleMayRead",
        "statementsAndIds"
    })
    void aSlipInARuleIsToldWithItsPlaceAndItsFix(String rules, String told) {
        assertThat(SmallRules.of(rules).told()).isEqualTo(told);
    }

    static Stream<Arguments> rowsOfATable() {
        return Stream.of(
                arguments(
                        "SG-90 Missing|going-mising|30||SAME_DAY||Missing.|policy",
                        "cell B9: unknown factor `going-mising`; did you mean `going-missing`? (docs/lint/factor-unknown.md)"),
                arguments(
                        "SG-90 Missing|going-missing|thirty||SAME_DAY||Missing.|policy",
                        "cell C9: found `thirty` where a whole number must stand"),
                arguments(
                        "SG-90 Missing 0 times|going-missing|30|0|SAME_DAY||Missing.|policy",
                        "cell D9: `0` is out of range for `times`; allowed are 1 to 1000"),
                arguments(
                        "SG-90 Missing|going-missing|30||SAMEDAY||Missing.|policy",
                        "cell E9: unknown urgency `SAMEDAY`; did you mean `SAME_DAY`?"),
                arguments(
                        "SG-90 Missing|going-missing|30||SAME DAY||Missing.|policy",
                        "cell E9: found `DAY` where `,` or `)` must stand; join the words of a constant by `_`, and"
                                + " constants by `,`"),
                arguments(
                        "SG-90 Missing|going-missing|30|||SAME_DAY|Missing.|policy",
                        "cell F9: `MACE` needs a level; allowed are `HIGH`, `SCREEN`, `STANDARD`"),
                arguments(
                        "SG-90 Missing||30||SAME_DAY||Missing.|policy",
                        "cell B9: `Happened` needs `factor`; compare `factor` in it"),
                arguments(
                        "SG-90 Missing|going-missing|30||SAME_DAY||He said \"no\".|policy",
                        "cell G9: the cell holds a quotation mark; take it out"),
                arguments(
                        "|going-missing|30||SAME_DAY||Missing.|policy",
                        "cell A9: the rule of this row has no name; write one, such as `SG-12 Missing three times`"),
                arguments(
                        "SG-80 Missing|going-missing|30||SAME_DAY||Missing.|policy",
                        "cell A9: the id `SG-80` is taken at more.drl.csv, cell A8; give one of them another letter"));
    }

    @ParameterizedTest
    @MethodSource("rowsOfATable")
    void aSlipInATableIsToldWithItsCell(String row, String told) {
        String table = SmallRules.table("SG-80 Missing|going-missing|90||PLANNED||Missing.|policy", row);

        assertThat(SmallRules.of().with("more.drl.csv", table).told()).isEqualTo("more.drl.csv, " + told);
    }

    @Test
    void aRowBelowAnEmptyOneIsNotLostInSilence() {
        String table = SmallRules.table(
                "SG-80 Missing|going-missing|90||PLANNED||Missing.|policy",
                "|||||||",
                "SG-81 Missing|going-missing|30||SAME_DAY||Missing.|policy");

        assertThat(SmallRules.of().with("more.drl.csv", table).told())
                .isEqualTo("more.drl.csv, cell A10: the row is not read; take out the empty row above it, and give it a"
                        + " name in its first cell");
    }

    @Test
    void allFaultsAreToldAtOnceInTheOrderOfTheFiles() {
        SmallRules rules = SmallRules.of(
                        line("SG-01", "Yes( factor == \"dept-bondage\" )", ".to(SAFEGUARDING, NEVER)"),
                        "import java.util.List;",
                        line("SG-02", "Yes( factor == \"debt-bondage )", GIVES))
                .with("manifest.yaml", "name: \"test.1\"\n  levels: [a]\n");

        assertThat(rules.faults())
                .extracting(fault -> fault.place().file() + ":" + fault.place().line())
                .containsExactly("manifest.yaml:2", "rules.drl:10", "rules.drl:15");
        assertThat(rules.with("manifest.yaml", SmallRules.MANIFEST).faults())
                .extracting(fault -> fault.place().line())
                .containsExactly(5, 7, 10, 15);
    }

    @Test
    void aFileThatASpreadsheetSavedWithAByteOrderMarkIsRead() {
        assertThat(SmallRules.of("\uFEFF" + SmallRules.GOOD).told()).isEmpty();
    }

    @Test
    void aFileWithTheLineEndsOfWindowsIsRead() {
        assertThat(SmallRules.of(SmallRules.GOOD.replace("\n", "\r\n")).told()).isEmpty();
    }

    @Test
    void aFileWhoseLinesEndInCarriageReturnsAloneIsNotReadAsOneLongComment() {
        assertThat(SmallRules.of(("// The rules.\n" + SmallRules.GOOD).replace('\n', '\r'))
                        .told())
                .contains("rules.drl:1:14: the line ends in a carriage return alone");
    }
}
