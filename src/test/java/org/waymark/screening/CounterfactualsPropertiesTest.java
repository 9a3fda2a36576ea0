package org.waymark.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.ruleset.SmallRules.line;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.waymark.assessment.Assessment;
import org.waymark.ruleset.ActiveRules;
import org.waymark.ruleset.SmallRules;
import org.waymark.screening.outcome.Explanation;
import org.waymark.screening.outcome.Explanation.PathwayExplanation;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.RuleSet;

/** What an explanation says of a case is so, and it says all of it: held against taking away every set of facts. */
@AddLifecycleHook(ScreeningTries.OfExplanations.class)
class CounterfactualsPropertiesTest {

    private static final RuleSet RULES =
            ActiveRules.ruleSet().with(ActiveRules.ruleSet().rules());
    private static final Verdicts VERDICTS = new Verdicts(RULES);
    private static final Screener SCREENER = new Screener(RULES);

    /** Rules that lean on one another in every way that a rule set allows, over so few factors that they often meet. */
    private static final RuleSet TANGLED = SmallRules.of(
                    line(
                            "SG-01",
                            "Happened( factor == \"going-missing\", withinDays == 30, times >= 2 )",
                            ".to(SAFEGUARDING, SAME_DAY)"),
                    line(
                            "SG-02",
                            "Happened( factor == \"going-missing\" )\n    NotYes( factor == \"trusted-adult\" )",
                            ".to(SAFEGUARDING, FIVE_WORKING_DAYS)"),
                    line(
                            "SG-03",
                            "YoungPerson( age < 18 )\n    Yes( factor == \"sofa-surfing\" )",
                            ".to(SAFEGUARDING, ONE_WORKING_DAY)"),
                    line(
                            "SG-04",
                            "Measured( factor == \"longest-missing-episode\", value >= 24 )",
                            ".to(SAFEGUARDING, SAME_DAY)"),
                    line(
                            "MA-01",
                            "Several( group == \"exploitation\", factors >= 2, withinDays == 90 )",
                            ".to(MACE, STANDARD, FIVE_WORKING_DAYS)"),
                    line("MA-02", "Yes( factor == \"debt-bondage\" )", ".to(MACE, HIGH, TEN_WORKING_DAYS)"),
                    line("MA-03", "Unclear( factor == \"gang-association\" )", ".to(MACE, SCREEN, ONE_WORKING_DAY)"),
                    line("MA-04", "Unsettled( group == \"core\", factors >= 2 )", ".to(MACE, SCREEN, PLANNED)"),
                    line(
                            "MA-05",
                            "No( factor == \"mace-open\" )\n    Happened( factor == \"robbery\", withinDays == 90 )",
                            ".to(MACE, STANDARD, ONE_WORKING_DAY)"),
                    line(
                            "NR-01",
                            "Yes( factor == \"unexplained-money\" )",
                            ".withAction(NRM_REFERRAL, ONE_WORKING_DAY)"),
                    line(
                            "NR-02",
                            "Recommended( pathway == ENFORCEMENT )\n    Yes( factor == \"gang-association\" )",
                            ".withAction(NRM_REFERRAL)"),
                    line(
                            "NR-03",
                            "Recommended( pathway == MACE, level == STANDARD, urgency == ONE_WORKING_DAY )",
                            ".withAction(NRM_REFERRAL)"),
                    line(
                            "EH-01",
                            "Yes( factor == \"housing-need\" )\n    not Recommended( pathway == SAFEGUARDING )",
                            ".to(EARLY_HELP, TEN_WORKING_DAYS)"),
                    line(
                            "EH-02",
                            "Yes( factor == \"trusted-adult\" )\n    not Recommended( pathway == SAFEGUARDING )\n    not Recommended( pathway == MACE, level == STANDARD )",
                            ".to(EARLY_HELP, PLANNED)"),
                    line("EN-01", "Offence( factor == \"robbery\" )", ".to(ENFORCEMENT, FIVE_WORKING_DAYS)"),
                    line("EN-02", "Yes( factor == \"proposed-gang-injunction\" )", ".to(ENFORCEMENT, SAME_DAY)"))
            .ruleSet();

    private static final List<String> CATALOGUE =
            RULES.catalogue().factors().stream().map(factor -> factor.id()).toList();

    @Provide
    Arbitrary<AnyCase> cases() {
        return AnyCase.of(RULES.catalogue());
    }

    /** Few facts, so that every set of up to three of them can be taken away. */
    @Provide
    Arbitrary<AnyCase> smallCases() {
        return AnyCase.of(RULES.catalogue()).filter(one -> known(one).size() <= 12);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void itSaysWhatTakingAwayEverySetOfFactsShows(@ForAll("smallCases") AnyCase one) {
        BruteForce.of(one, RULES, CATALOGUE).assertExplains(SCREENER.explain(one.current(), one.history()));
    }

    @Provide
    Arbitrary<AnyCase> tangledCases() {
        return AnyCase.of(TANGLED.catalogue()).filter(one -> known(one).size() <= 12);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void itSaysSoWhereRulesLeanOnOneAnotherToo(@ForAll("tangledCases") AnyCase one) {
        List<String> catalogue = TANGLED.catalogue().factors().stream()
                .map(factor -> factor.id())
                .toList();

        BruteForce.of(one, TANGLED, catalogue)
                .assertExplains(new Screener(TANGLED).explain(one.current(), one.history()));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void withoutASetItIsGoneAndWithAnyOneFactPutBackItIsThere(@ForAll("cases") AnyCase one) {
        Verdict now = VERDICTS.of(one);
        for (PathwayExplanation explained :
                SCREENER.explain(one.current(), one.history()).pathways()) {
            Pathway pathway = explained.pathway();
            Predicate<Verdict> there = verdict -> verdict.has(pathway);
            Predicate<Verdict> asStrong = verdict -> !BruteForce.isWeaker(RULES, verdict, now, pathway);
            explained.withoutAny().forEach(set -> assertFalls(one, set, there));
            explained.slowerWithout().forEach(set -> {
                assertFalls(one, set, asStrong);
                assertThat(VERDICTS.of(without(one, set)).has(pathway)).isTrue();
            });
            assertInOrder(explained.withoutAny());
            assertInOrder(explained.slowerWithout());
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theSamePathwaysAreExplainedAsAreRecommended(@ForAll("cases") AnyCase one) {
        Explanation explanation = SCREENER.explain(one.current(), one.history());

        assertThat(explanation.pathways())
                .extracting(PathwayExplanation::pathway)
                .containsExactlyElementsOf(VERDICTS.of(one).pathways().keySet());
        assertThat(explanation.pathways()).allMatch(PathwayExplanation::complete);
        assertThat(SCREENER.explain(one.current(), one.history())).isEqualTo(explanation);
    }

    private static void assertFalls(AnyCase one, List<String> set, Predicate<Verdict> stands) {
        assertThat(stands.test(VERDICTS.of(without(one, set))))
                .as(one + " without " + set)
                .isFalse();
        for (String back : set) {
            Set<String> fewer = new HashSet<>(set);
            fewer.remove(back);
            assertThat(stands.test(VERDICTS.of(without(one, fewer))))
                    .as(one + " without " + fewer)
                    .isTrue();
        }
    }

    private static void assertInOrder(List<List<String>> sets) {
        List<List<String>> sorted = new ArrayList<>(sets);
        sorted.sort(java.util.Comparator.<List<String>>comparingInt(List::size)
                .thenComparing(set -> set.stream()
                        .map(factor -> "%04d".formatted(CATALOGUE.indexOf(factor)))
                        .toList()
                        .toString()));
        assertThat(sets).isEqualTo(sorted);
        assertThat(sets)
                .allSatisfy(set -> assertThat(set)
                        .isSortedAccordingTo((a, b) -> Integer.compare(CATALOGUE.indexOf(a), CATALOGUE.indexOf(b))));
    }

    static Set<String> known(AnyCase one) {
        return VERDICTS.file(one).factors();
    }

    /** The case as if nobody had ever said anything about these factors. */
    static AnyCase without(AnyCase one, java.util.Collection<String> factors) {
        List<Assessment> earlier =
                one.history().stream().map(contact -> without(contact, factors)).toList();
        return new AnyCase(without(one.current(), factors), earlier);
    }

    private static Assessment without(Assessment contact, java.util.Collection<String> factors) {
        return AnyCase.with(
                contact,
                contact.assessmentId(),
                contact.youngPerson(),
                contact.observations().stream()
                        .filter(seen -> !factors.contains(seen.factor()))
                        .toList());
    }
}
