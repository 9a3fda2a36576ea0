package org.waymark.ruleset.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.ruleset.SmallRules.line;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.CheckedRulesOfThisRepository;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetReader;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.ruleset.SmallRules;
import org.waymark.ruleset.scenario.ScenarioReader;
import org.waymark.ruleset.scenario.ScenariosRejected;

/** Each finding on the smallest rule set that has it, and the rule set just beside it that has not. */
class LintTest {

    private static final String DEBT = "Yes( factor == \"debt-bondage\" )";
    private static final String MONEY = "Yes( factor == \"unexplained-money\" )";
    private static final String MISSING = "Happened( factor == \"going-missing\", withinDays == 30, times >= 3 )";
    private static final String MISSING_EVER = "Happened( factor == \"going-missing\" )";
    private static final String SOON = ".to(SAFEGUARDING, SAME_DAY)";
    private static final String LATER = ".to(SAFEGUARDING, FIVE_WORKING_DAYS)";

    private static List<Finding> lint(SmallRules rules) {
        return lint(rules, null);
    }

    private static List<Finding> lint(SmallRules rules, SmallRules against) {
        CheckedRules checked = CheckedRulesOfThisRepository.read(rules.files());
        CheckedRules compared = against == null ? null : CheckedRulesOfThisRepository.read(against.files());
        try {
            var scenarios =
                    ScenarioReader.read(RuleFiles.SCENARIOS, rules.files().tests(), checked.asked());
            return Lint.of(checked, rules.files(), scenarios, compared).findings();
        } catch (RuleSetRejected | ScenariosRejected rejected) {
            throw new AssertionError(rejected);
        }
    }

    private static List<Finding> found(FindingKind kind, String... rules) {
        return of(kind, lint(SmallRules.of(rules)));
    }

    private static List<Finding> of(FindingKind kind, List<Finding> findings) {
        return findings.stream().filter(finding -> finding.kind() == kind).toList();
    }

    @Test
    void aLineThatSaysTheSameInOtherWordsIsADuplicate() {
        String young = "YoungPerson( age < 13 )\n" + DEBT;
        String asYoung = DEBT + "\nYoungPerson( age <= 12 )";
        String younger = DEBT + "\nYoungPerson( age <= 11 )";

        List<Finding> twice =
                found(FindingKind.DUPLICATE_RULE, line("SG-01", young, SOON), line("SG-02", asYoung, SOON));

        assertThat(twice).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.about()).containsExactly("SG-01", "SG-02");
            assertThat(finding.line())
                    .isEqualTo("warning duplicate-rule: rules.drl:11:6: `SG-02` is met in the same cases as `SG-01`"
                            + " (rules.drl:1:6) and gives the same; take one out, or change what was meant to be other"
                            + " (docs/lint/duplicate-rule.md)");
        });
        assertThat(found(FindingKind.DUPLICATE_RULE, line("SG-01", young, SOON), line("SG-02", younger, SOON)))
                .isEmpty();
        assertThat(found(FindingKind.DUPLICATE_RULE, line("SG-01", young, SOON), line("SG-02", asYoung, LATER)))
                .isEmpty();
    }

    @Test
    void aLineThatChangesNothingBesideAWiderOneIsSubsumed() {
        List<Finding> idle =
                found(FindingKind.SUBSUMED_RULE, line("SG-01a", MISSING, LATER), line("SG-01b", MISSING_EVER, SOON));

        assertThat(idle).singleElement().satisfies(finding -> {
            assertThat(finding.about()).containsExactly("SG-01a", "SG-01b");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        });
    }

    @Test
    void aNarrowerAndFasterLineIsTheShapeOfATable() {
        assertThat(found(FindingKind.SUBSUMED_RULE, line("SG-01a", MISSING, SOON), line("SG-01b", MISSING_EVER, LATER)))
                .isEmpty();
    }

    @Test
    void aLineOfAnotherRuleMayBeThereForItsStatement() {
        assertThat(found(FindingKind.SUBSUMED_RULE, line("SG-01", MISSING, LATER), line("SG-02", MISSING_EVER, SOON)))
                .singleElement()
                .extracting(Finding::severity)
                .isEqualTo(Severity.NOTE);
    }

    /** What a line gives beside its pathway, and when, is weighed too. */
    @ParameterizedTest
    @CsvSource({
        ".withService(HOUSING), .withService(MENTORING), false",
        ".withAction(SAFETY_PLAN), .withAction(SAFETY_PLAN), true",
        ".withAction(SAFETY_PLAN), '.withAction(SAFETY_PLAN, SAME_DAY)', true",
        "'.withAction(SAFETY_PLAN, IMMEDIATE)', .withAction(SAFETY_PLAN), false",
        ".blocking(STEP_DOWN), '.blocking(STEP_DOWN, EARLY_HELP_CLOSURE)', true",
        ".flagging(STALE), .blocking(STEP_DOWN), false",
    })
    void aLineIsSubsumedOnlyWhereAllOfItIsGiven(String narrow, String wide, boolean idle) {
        List<Finding> findings = found(
                FindingKind.SUBSUMED_RULE,
                line("SG-01a", MISSING, LATER + narrow),
                line("SG-01b", MISSING_EVER, SOON + wide));

        assertThat(findings).hasSize(idle ? 1 : 0);
    }

    @Test
    void twoRulesOfOneCaseWithTwoClocksOverlap() {
        String mace = ".to(MACE, STANDARD, SAME_DAY)";

        assertThat(found(
                        FindingKind.OVERLAP_WITH_DIFFERENT_URGENCY,
                        line("SG-01", DEBT, SOON),
                        line("SG-02", DEBT, LATER)))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("give `safeguarding` as `five-working-days` and as `same-day`");
        assertThat(found(
                        FindingKind.OVERLAP_WITH_DIFFERENT_URGENCY,
                        line("SG-01", DEBT, mace),
                        line("SG-02", DEBT, ".to(MACE, HIGH, SAME_DAY)")))
                .hasSize(1);
        assertThat(found(
                        FindingKind.OVERLAP_WITH_DIFFERENT_URGENCY,
                        line("SG-01", DEBT, SOON),
                        line("SG-02", DEBT, mace)))
                .isEmpty();
        assertThat(found(
                        FindingKind.OVERLAP_WITH_DIFFERENT_URGENCY,
                        line("SG-01", DEBT, SOON),
                        line("SG-02", DEBT + "\n" + MONEY, LATER)))
                .isEmpty();
    }

    /** Each row: the two lines' numbers, and what is left out between them. */
    @ParameterizedTest
    @CsvSource({
        "YoungPerson( age <= 12 ), YoungPerson( age >= 14 ), the age in years at `13`",
        "YoungPerson( age < 10 ), YoungPerson( age > 12 ), the age in years at `10` to `12`",
        "YoungPerson( age <= 12 ), YoungPerson( age > 12 ),",
        "YoungPerson( age <= 12 ), YoungPerson( age >= 10 ),",
        "YoungPerson( age <= 12 ), YoungPerson( months >= 160 ), the age in months at `156` to `159`",
        "YoungPerson( daysTo18 > 100 ), YoungPerson( daysTo18 < 100 ), the days to 18 at `100`",
        "'Measured( factor == \"longest-missing-episode\", value <= 1 )',"
                + " 'Measured( factor == \"longest-missing-episode\", value >= 3 )', `longest-missing-episode` at `2`",
        "'Measured( factor == \"longest-missing-episode\", value <= 1 )',"
                + " 'Measured( factor == \"longest-missing-episode\", value >= 2 )',",
    })
    void aWholeNumberBetweenTwoLinesIsAGap(String one, String other, String gap) {
        List<Finding> gaps = found(
                FindingKind.GAP_IN_NUMBER_RANGE,
                line("SG-01a", one + "\n" + DEBT, SOON),
                line("SG-01b", other + "\n" + DEBT, LATER));

        if (gap == null) {
            assertThat(gaps).isEmpty();
        } else {
            assertThat(gaps)
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.message()).endsWith(gap));
        }
    }

    @Test
    void aThirdLineMayHaveWhatTwoLeaveOut() {
        String young = line("SG-01a", "YoungPerson( age <= 12 )\n" + DEBT, SOON);
        String old = line("SG-01b", "YoungPerson( age >= 14 )\n" + DEBT, LATER);

        assertThat(found(FindingKind.GAP_IN_NUMBER_RANGE, young, old, line("SG-01c", DEBT, LATER)))
                .isEmpty();
        assertThat(found(FindingKind.GAP_IN_NUMBER_RANGE, young, old, line("SG-02", DEBT, LATER)))
                .hasSize(1);
        assertThat(found(FindingKind.GAP_IN_NUMBER_RANGE, young, old, line("SG-01c", DEBT + "\n" + MONEY, LATER)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "YoungPerson( age < 10, age > 12 )|YoungPerson( age >= 10, age <= 12 )",
                "YoungPerson( age == 13, months < 156 )|YoungPerson( age == 13, months < 157 )",
                "YoungPerson( age <= 16, daysTo18 <= 100 )|YoungPerson( age <= 17, daysTo18 <= 100 )",
                "YoungPerson( age > 120 )|YoungPerson( age >= 120 )",
                "Measured( factor == \"longest-missing-episode\", value < 0 )|Measured( factor == \"longest-missing-episode\", value <= 0 )",
                "Measured( factor == \"longest-missing-episode\", value > 100000 )|Measured( factor == \"longest-missing-episode\", value >= 100000 )",
                "Yes( factor == \"mace-open\" ) No( factor == \"mace-open\" )|Yes( factor == \"mace-open\" ) No( factor == \"debt-bondage\" )",
                "Unknown( factor == \"mace-open\" ) Unclear( factor == \"mace-open\" )|Unknown( factor == \"mace-open\" )",
                "Yes( factor == \"mace-open\" ) NotYes( factor == \"mace-open\" )|No( factor == \"mace-open\" ) NotYes( factor == \"mace-open\" )",
                "Contact( referredBy == POLICE ) Contact( referredBy == SCHOOL )|Contact( referredBy == POLICE )",
                "Several( group == \"exploitation\", factors >= 2, domains >= 5 )|Several( group == \"exploitation\", factors >= 2, domains >= 4 )",
                "Several( group == \"exploitation-strong\", factors >= 1 ) No( factor == \"debt-bondage\" )|Several( group == \"exploitation-strong\", factors >= 1 ) No( factor == \"mace-open\" )",
                "Unsettled( group == \"core\", factors >= 4 )|Unsettled( group == \"core\", factors >= 3 )",
                "Unsettled( group == \"core\", factors >= 3 ) Yes( factor == \"gang-association\" )|Unsettled( group == \"core\", factors >= 2 ) Yes( factor == \"gang-association\" )",
                "Several( group == \"core\", factors >= 2 ) Unsettled( group == \"core\", factors >= 2 )|Several( group == \"core\", factors >= 2 ) Unsettled( group == \"core\", factors >= 1 )",
                "Recommended( pathway == SAFEGUARDING, level == HIGH )|Recommended( pathway == MACE, level == HIGH )",
                "Recommended( pathway == SAFEGUARDING, urgency == SAME_DAY ) not Recommended( pathway == SAFEGUARDING )|Recommended( pathway == SAFEGUARDING ) not Recommended( pathway == SAFEGUARDING, urgency == SAME_DAY )",
                "Recommended( pathway == ENFORCEMENT ) not Recommended( pathway == MACE )|Recommended( pathway == ENFORCEMENT )",
            })
    void conditionsThatContradictEachOtherAreAFault(String impossible, String beside) {
        assertThat(found(FindingKind.IMPOSSIBLE_CONDITION, line("SG-01", impossible, ".withService(HOUSING)")))
                .singleElement()
                .extracting(Finding::severity)
                .isEqualTo(Severity.FAULT);
        assertThat(found(FindingKind.IMPOSSIBLE_CONDITION, line("SG-01", beside, ".withService(HOUSING)")))
                .isEmpty();
    }

    @Test
    void attributesThatNoAreaHasTogetherAreAFault() {
        String both = "Area( attribute == \"gang-exit\" ) Area( attribute == \"devolved-nrm\" )";
        SmallRules rules = SmallRules.of(line("SG-01", both + "\n" + DEBT, SOON));
        String areas = "area,name,attribute\nliverpool,Liverpool,gang-exit\n%s,%s,devolved-nrm\n";

        assertThat(of(
                        FindingKind.IMPOSSIBLE_CONDITION,
                        lint(rules.with("areas.csv", areas.formatted("sefton", "Sefton")))))
                .hasSize(1);
        assertThat(of(
                        FindingKind.IMPOSSIBLE_CONDITION,
                        lint(rules.with("areas.csv", areas.formatted("liverpool", "Liverpool")))))
                .isEmpty();
    }

    @Test
    void aFactorIsUsedByARuleAGroupThatIsCountedOrAGuard() {
        String[] counted = {line("SG-01", "Several( group == \"abuse\", factors >= 1 )", SOON)};

        assertThat(found(FindingKind.FACTOR_NEVER_USED, counted))
                .extracting(Finding::key)
                .contains("debt-bondage", "trusted-adult")
                .doesNotContain("physical-abuse-adult", "threat-to-life", "early-help-consent", "robbery");
        assertThat(found(FindingKind.FACTOR_NEVER_USED, line("SG-01", DEBT, SOON)))
                .allMatch(finding -> finding.severity() == Severity.NOTE)
                .allMatch(finding -> finding.place().line() > 1)
                .extracting(Finding::key)
                .contains("physical-abuse-adult")
                .doesNotContain("debt-bondage");
    }

    @Test
    void aFactorThatTheCatalogueDoesNotHaveIsTheReadersFault() {
        SmallRules rules = SmallRules.of(line("SG-01", "Yes( factor == \"debt-bondge\" )", SOON));
        try {
            RuleSetReader.check(rules.files());
            throw new AssertionError("it was read");
        } catch (RuleSetRejected rejected) {
            assertThat(Lint.of(rejected)).singleElement().satisfies(finding -> {
                assertThat(finding.kind()).isEqualTo(FindingKind.FACTOR_UNKNOWN);
                assertThat(finding.message()).isEqualTo("unknown factor `debt-bondge`");
                assertThat(finding.fix()).contains("`debt-bondage`");
            });
            assertThat(rejected.describe()).contains("(docs/lint/factor-unknown.md)");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "[policy choice], true",
        "review of the rules; policy choice, true",
        "[policy choice]; [policy choice] echoes P46, true",
        "28 days [policy choice], true",
        "[seed] Chris; days [policy choice], false",
        "[seed] Chris days [policy choice], false",
        "[general knowledge], false",
        "Derbyshire protocol; policy choice, false",
    })
    void aSourceNamesSomethingOrNothing(String source, boolean nothing) {
        String rule = line("SG-01", MISSING, SOON).replace("this test", source);

        assertThat(found(FindingKind.THRESHOLD_WITHOUT_SOURCE, rule)).hasSize(nothing ? 1 : 0);
    }

    @Test
    void aLineWithoutAFigureNeedsNoSourceForOne() {
        String rule = line("SG-01", DEBT, SOON).replace("this test", "[policy choice]");

        assertThat(found(FindingKind.THRESHOLD_WITHOUT_SOURCE, rule)).isEmpty();
    }

    @Test
    void aLineThatIsOnlyTriedBelowItsThresholdIsNotTried() {
        SmallRules rules = SmallRules.of(line("SG-01", DEBT, SOON));
        String below = "- rule: SG-01\n  %s:\n    observations:\n      - {factor: debt-bondage, answer: %s}\n";
        SmallRules fires = rules.with("scenarios/a.yaml", below.formatted("fires", "yes"));

        assertThat(of(FindingKind.RULE_WITHOUT_SCENARIO, lint(rules)))
                .singleElement()
                .extracting(Finding::severity)
                .isEqualTo(Severity.FAULT);
        assertThat(of(FindingKind.RULE_WITHOUT_SCENARIO, lint(fires))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "withinDays == 30|withinDays == 28|`SG-01` does less: missing episodes: within days 30 became 28",
                "times >= 3|times >= 4|times 3 became 4",
                "SAME_DAY|ONE_WORKING_DAY|within 24 hours became within one working day (later)",
                "HIGH|STANDARD|level high became standard",
                ".andTo(MACE, HIGH, PLANNED)| |no longer gives",
                "withinDays == 30|withinDays == 90|",
                "times >= 3|times >= 2|",
                "PLANNED|IMMEDIATE|",
            })
    void whatIsLaterLowerOrLessThanInTheOtherSetIsTold(String from, String to, String told) {
        String was = line("SG-01", MISSING, SOON + ".andTo(MACE, HIGH, PLANNED)");
        String is = was.replace(from, to == null ? "" : to);

        List<Finding> findings =
                of(FindingKind.URGENCY_LOWERED_AGAINST_ACTIVE_SET, lint(SmallRules.of(is), SmallRules.of(was)));

        if (told == null) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.message()).contains("compared with `test.1`").contains(told);
                assertThat(finding.about()).containsExactly("SG-01");
            });
        }
    }

    @Test
    void aLineThatIsGoneIsToldUnlessAnotherDoesAllOfIt() {
        SmallRules was = SmallRules.of(line("SG-01", MISSING, SOON), line("SG-02", DEBT, SOON));
        SmallRules gone = SmallRules.of(line("SG-02", DEBT, SOON));
        SmallRules wider = SmallRules.of(line("SG-02", DEBT, SOON), line("SG-03", MISSING_EVER, SOON));
        SmallRules slower = SmallRules.of(line("SG-02", DEBT, SOON), line("SG-03", MISSING_EVER, LATER));

        assertThat(of(FindingKind.URGENCY_LOWERED_AGAINST_ACTIVE_SET, lint(gone, was)))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("`SG-01` is gone, which stood at rules.drl:1:6");
        assertThat(of(FindingKind.URGENCY_LOWERED_AGAINST_ACTIVE_SET, lint(wider, was)))
                .isEmpty();
        assertThat(of(FindingKind.URGENCY_LOWERED_AGAINST_ACTIVE_SET, lint(slower, was)))
                .hasSize(1);
    }

    @Test
    void aGroupThatLostAFactorIsTold() {
        SmallRules was = SmallRules.of(line("SG-01", "Several( group == \"exploitation\", factors >= 1 )", SOON));
        String groups = new String(was.files().all().get("groups.csv"), StandardCharsets.UTF_8);
        SmallRules less = was.with("groups.csv", groups.replace("exploitation,going-missing\n", ""));

        assertThat(of(FindingKind.URGENCY_LOWERED_AGAINST_ACTIVE_SET, lint(less, was)))
                .singleElement()
                .extracting(Finding::key)
                .isEqualTo("exploitation");
        assertThat(of(FindingKind.URGENCY_LOWERED_AGAINST_ACTIVE_SET, lint(was, less)))
                .isEmpty();
    }

    /** What a line reads, what it gives, and how grave that is; nothing where it is none of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Yes( factor == \"gang-association\" ) Yes( factor == \"debt-bondage\" )|.to(MACE, HIGH, SAME_DAY)|NOTE",
                "Happened( factor == \"suspension\" )|.to(MACE, STANDARD, SAME_DAY)|WARNING",
                "Happened( factor == \"suspension\" )|.to(MACE, SCREEN, SAME_DAY)|NOTE",
                "Happened( factor == \"suspension\" ) YoungPerson( age < 13 )|.to(MACE, STANDARD, SAME_DAY)|WARNING",
                "Happened( factor == \"suspension\" )|.to(SAFEGUARDING, SAME_DAY)|",
                "Yes( factor == \"debt-bondage\" )|.to(MACE, HIGH, SAME_DAY)|",
                "Several( group == \"first-pass\", factors >= 2 )|.to(MACE, STANDARD, SAME_DAY)|WARNING",
                "Several( group == \"first-pass\", factors >= 3 )|.to(MACE, STANDARD, SAME_DAY)|",
                "Several( group == \"first-pass\", factors >= 2 )|.to(MACE, SCREEN, SAME_DAY)|",
                "Yes( factor == \"debt-bondage\" ) Area( attribute == \"gang-exit\" )|.to(MACE, SCREEN, SAME_DAY)|WARNING",
                "Yes( factor == \"debt-bondage\" ) Area( attribute == \"gang-exit\" )|.withService(GANG_EXIT)|",
                "YoungPerson( age >= 10 ) Happened( factor == \"suspension\" )|.to(ENFORCEMENT, PLANNED)|FAULT",
                "YoungPerson( age >= 10 ) Happened( factor == \"found-with-weapon\" )|.to(ENFORCEMENT, PLANNED)|",
            })
    void aProxyIsToldWhereItLeadsToMaceOrEnforcement(String when, String then, Severity severity) {
        SmallRules rules = SmallRules.of(line("SG-01", when, then));
        String groups = new String(rules.files().all().get("groups.csv"), StandardCharsets.UTF_8);
        String more = "first-pass,suspension\nfirst-pass,gang-association\nfirst-pass,debt-bondage\n"
                + "police-facts,suspension\n";

        List<Finding> findings = of(FindingKind.SENSITIVE_PROXY, lint(rules.with("groups.csv", groups + more)));

        assertThat(findings).extracting(Finding::severity).isEqualTo(severity == null ? List.of() : List.of(severity));
    }

    @Test
    void aProxyThatMakesMaceFasterIsToldWithTheLineThatDoesWithout() {
        String beside =
                line("SG-02", DEBT + "\nYes( factor == \"gang-association\" )", ".to(MACE, STANDARD, SAME_DAY)");

        assertThat(found(FindingKind.SENSITIVE_PROXY, line("SG-01", DEBT, ".to(MACE, STANDARD, PLANNED)"), beside))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.message()).contains("sooner or higher than `SG-01`");
                });
        assertThat(found(FindingKind.SENSITIVE_PROXY, line("SG-01", DEBT, ".to(MACE, STANDARD, SAME_DAY)"), beside))
                .extracting(Finding::severity)
                .containsExactly(Severity.NOTE);
    }

    @ParameterizedTest
    @CsvSource({
        "drill-videos, videos, '', 1",
        "videos, drill music videos, '', 1",
        "videos, videos, '', 0",
        "estate-lived-on, where they live, '', 1",
        "hearing, a disability, '', 1",
        "hearing, a disability, raise-only, 0",
        "drilling, a warden, '', 0",
    })
    void aFactorNamedAfterWhatIsProtectedIsTold(String id, String label, String sensitive, int found) {
        SmallRules rules = SmallRules.of(line("SG-01", DEBT, SOON));
        String factors = new String(rules.files().all().get("factors.csv"), StandardCharsets.UTF_8);
        String row = "%s,%s,state,,Is it so?,It is so,online,until-changed,yes,%s,,,,policy choice%n"
                .formatted(id, label, sensitive);

        assertThat(of(FindingKind.SENSITIVE_PROXY, lint(rules.with("factors.csv", factors + row))))
                .hasSize(found);
    }

    @Test
    void aWarningIsAcceptedWithAReasonAndNothingElseIs() {
        SmallRules rules = SmallRules.of(line("SG-01", DEBT, SOON), line("SG-02", DEBT, SOON));
        SmallRules accepted = rules.with(RuleFiles.ACCEPTED, """
                finding,rule,reason
                duplicate-rule,SG-01 SG-02,until June
                duplicate-rule,SG-02 SG-01,the wrong way round
                rule-without-scenario,SG-01,no time
                """);

        List<Finding> findings = lint(accepted);

        assertThat(of(FindingKind.DUPLICATE_RULE, findings))
                .extracting(Finding::accepted, Finding::isOpen)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("until June", false));
        assertThat(of(FindingKind.ACCEPTANCE_UNUSED, findings))
                .extracting(finding -> finding.place().line(), Finding::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                3, "there is no `duplicate-rule` of `SG-02 SG-01` to accept"),
                        org.assertj.core.groups.Tuple.tuple(
                                4,
                                "`rule-without-scenario` of `SG-01` is no warning, and only a warning can be accepted"));
        assertThat(of(FindingKind.RULE_WITHOUT_SCENARIO, findings)).allMatch(Finding::isOpen);
    }

    @Test
    void aFileOfAcceptancesThatCannotBeReadSaysWhy() {
        SmallRules rules = SmallRules.of(line("SG-01", DEBT, SOON))
                .with(
                        RuleFiles.ACCEPTED,
                        "finding,rule,reason\nduplicate-rul,SG-01,because\nduplicate-rule,SG-01,\nduplicate-rule,SG-01\n");
        CheckedRules checked = CheckedRulesOfThisRepository.read(rules.files());

        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                RuleSetRejected.class, () -> Lint.of(checked, rules.files(), null, null))
                        .describe())
                .contains("accepted-findings.csv:2:1: unknown finding `duplicate-rul`; did you mean `duplicate-rule`?")
                .contains("accepted-findings.csv:3:1: `SG-01` is accepted without a reason")
                .contains("accepted-findings.csv:4:1: the row has 2 cells where the header has 3");
    }

    @Test
    void aReportTellsWhatIsOpenWholeAndTheRestByKind() {
        LintReport report = new LintReport(lint(SmallRules.of(line("SG-01", DEBT, SOON), line("SG-02", DEBT, SOON))));

        assertThat(report.ok()).isFalse();
        assertThat(report.headline())
                .startsWith("2 faults, 1 warning that nobody accepted, 0 accepted, ")
                .endsWith(" notes.");
        assertThat(report.lines())
                .hasSize(4)
                .first()
                .asString()
                .startsWith("fault rule-without-scenario: rules.drl:1:6: ");
        assertThat(report.lines()).last().asString().startsWith("note factor-never-used: ");
    }

    @Test
    void theSameFilesGiveTheSameFindings() {
        SmallRules rules = SmallRules.of(line("SG-02", MISSING, SOON), line("SG-01", MISSING_EVER, SOON));

        assertThat(lint(
                        rules,
                        SmallRules.of(Map.of("a", line("SG-03", DEBT, SOON)).get("a"))))
                .isEqualTo(lint(rules, SmallRules.of(line("SG-03", DEBT, SOON))));
    }
}
