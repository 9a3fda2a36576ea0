package org.waymark.ruleset.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.assessment.Agency;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.CheckedRulesOfThisRepository;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.AgedCondition.Bound;
import org.waymark.screening.rule.AgedCondition.Field;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.AreaCondition;
import org.waymark.screening.rule.Comparison;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.ContactCondition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.UnsettledCondition;

/** A rule says in words all that it does, and each condition stands alone. */
class InWordsTest {

    private static final CheckedRules RULES = CheckedRulesOfThisRepository.rules();
    private static final InWords WORDS = new InWords(RULES);

    private static String sentence(String id) {
        return WORDS.sentence(RULES.rules().stream()
                        .filter(rule -> rule.id().equals(id))
                        .findFirst()
                        .orElseThrow())
                .text();
    }

    @Test
    void aRuleIsOneSentence() {
        assertThat(sentence("SG-12"))
                .isEqualTo("If the record shows going missing, at least 3 times in the last 30 days, then refer to "
                        + "safeguarding within 24 hours and to MACE at level standard within one working day; hold a "
                        + "strategy discussion.");
        assertThat(sentence("EN-04a"))
                .isEqualTo(
                        "If the child is aged 14 to 17, and there is a yes to a proposed gang injunction, and a yes to "
                                + "evidence of violence or dealing by a group of three or more, and a yes to a consultation of "
                                + "youth justice about the order, then have enforcement considered beside welfare within ten "
                                + "working days; have a manager review the case.");
        assertThat(sentence("EH-10c"))
                .isEqualTo(
                        "If this contact was made by a parent or carer, and there is a yes to at least one of the signs "
                                + "of exploitation, and safeguarding is not recommended, then refer to early help within five "
                                + "working days; offer family support.");
        assertThat(sentence("SG-14a"))
                .isEqualTo(
                        "If the record shows physical harm by an adult, at any time, and nobody has said yes to a check "
                                + "that whoever harmed them is kept away, then refer to safeguarding within 24 hours; hold a "
                                + "strategy discussion.");
        assertThat(sentence("SY-01"))
                .endsWith(
                        "then have a manager review the case within one working day; block ending with no further action.");
        assertThat(sentence("TR-02b")).endsWith("; tell the reader that the age is disputed.");
    }

    @TestFactory
    Stream<DynamicTest> everyRuleSaysAllThatItReadsAndGives() {
        return RULES.rules().stream().map(rule -> DynamicTest.dynamicTest(rule.id(), () -> saysAll(rule)));
    }

    private static void saysAll(Rule rule) {
        String sentence = WORDS.sentence(rule).text();
        assertThat(sentence)
                .startsWith("If ")
                .endsWith(".")
                .doesNotContain("  ", " ,", " .", "null", "..", ", , ", "[");
        for (Condition condition : rule.conditions()) {
            assertThat(sentence).contains(wanted(condition));
            assertThat(WORDS.condition(condition).text()).contains(wanted(condition));
        }
        rule.conclusions().pathways().forEach(advice -> {
            String clock = Clocks.within(advice.urgency());
            String level = advice.level() == null ? "" : "at level " + advice.level() + " ";
            assertThat(sentence)
                    .contains(
                            advice.pathway() == Pathway.ENFORCEMENT
                                    ? "enforcement considered beside welfare " + clock
                                    : "to " + WORDS.names().pathway(advice.pathway()) + " " + level + clock);
        });
        rule.conclusions()
                .actions()
                .forEach(advice -> assertThat(sentence)
                        .contains(
                                advice.urgency() == null
                                        ? Given.action(advice.action())
                                        : Given.action(advice.action()) + " " + Clocks.within(advice.urgency())));
        rule.conclusions().services().forEach(service -> assertThat(sentence).contains(Given.service(service)));
        rule.conclusions().blocks().forEach(block -> assertThat(sentence).contains(Given.block(block)));
        rule.conclusions().flags().forEach(flag -> assertThat(sentence).contains(Given.flag(flag)));
    }

    /** What a clause must name: labels as the catalogue has them, figures as the rule has them. */
    private static List<String> wanted(Condition condition) {
        if (condition instanceof AnsweredCondition answered) {
            return List.of(label(answered.factor()));
        } else if (condition instanceof EventCondition event) {
            String times = event.times() == 1 ? "" : "at least " + event.times() + " times ";
            String police = event.offence() ? "reported by police or youth justice" : "";
            return List.of(label(event.factor()), times + window(event.withinDays()), police);
        } else if (condition instanceof FigureCondition figure) {
            String window = figure.withinDays() == Fact.EVER ? "" : window(figure.withinDays());
            return List.of(label(figure.factor()), " " + (int) figure.limit() + " ", unit(figure.factor()), window);
        } else if (condition instanceof CountCondition count) {
            String window = count.withinDays() == Fact.EVER ? "" : window(count.withinDays());
            String domains = count.domains() == 1 ? "" : "at least " + count.domains() + " parts of life";
            return List.of(
                    number(count.factors()) + " of the "
                            + RULES.notes().groups().get(count.group()),
                    window,
                    domains);
        } else if (condition instanceof UnsettledCondition unsettled) {
            return List.of(number(unsettled.factors()) + " of the "
                    + RULES.notes().groups().get(unsettled.group()));
        } else if (condition instanceof AgedCondition aged) {
            return aged.bounds().stream()
                    .map(bound -> String.valueOf(bound.limit()))
                    .toList();
        } else if (condition instanceof RecommendedCondition recommended) {
            String clock = recommended.urgency() == Urgency.PLANNED ? "" : Clocks.within(recommended.urgency());
            return List.of(WORDS.names().pathway(recommended.pathway()) + " is", clock);
        } else if (condition instanceof AreaCondition area) {
            return List.of(RULES.notes().attributes().get(area.attribute()));
        }
        return List.of("contact was made by");
    }

    /** A label as it stands in a sentence, where "not on a roll" is "not being on a roll". */
    private static String label(String factor) {
        String label = RULES.catalogue().require(factor).label();
        return label.startsWith("not ") ? "not being" + label.substring("not".length()) : label;
    }

    private static String unit(String factor) {
        return RULES.catalogue().require(factor).unit();
    }

    private static String window(int days) {
        return days == Fact.EVER ? "at any time" : days == 1 ? "in the last day" : "in the last " + days + " days";
    }

    private static String number(int count) {
        return count == 1 ? "at least one" : "at least " + count;
    }

    @Test
    void twoRulesThatDoTheSameSayTheSameAndNoOthersDo() {
        List<Rule> rules = RULES.rules();
        for (Rule one : rules) {
            for (Rule other : rules) {
                boolean same = one.conditions().equals(other.conditions())
                        && one.conclusions().equals(other.conclusions());
                assertThat(WORDS.sentence(one).equals(WORDS.sentence(other)))
                        .as("%s and %s", one.id(), other.id())
                        .isEqualTo(same);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "missing now, being missing now",
        "found with a weapon, being found with a weapon",
        "not on a school roll, not being on a school roll",
        "no settled home, having no settled home",
        "nowhere safe to stay tonight, having nowhere safe to stay tonight",
        "debt bondage, debt bondage",
        "a notice, a notice"
    })
    void aLabelStandsWhereANounStands(String label, String noun) {
        assertThat(Names.asNoun(label)).isEqualTo(noun);
    }

    @ParameterizedTest
    @CsvSource({
        "AGE, LESS, 13, the child is aged under 13",
        "AGE, AT_MOST, 10, the child is aged 10 or under",
        "AGE, AT_LEAST, 16, the young person is aged 16 or over",
        "AGE, MORE, 15, the child is aged over 15",
        "AGE, EQUAL, 12, the child is aged 12",
        "MONTHS, LESS, 18, the child is aged under 18 months",
        "DAYS_TO_18, AT_MOST, 183, the young person turns 18 in 183 days or fewer",
        "DAYS_TO_18, MORE, 100, the young person turns 18 in more than 100 days",
        "DAYS_TO_18, LESS, 100, the young person turns 18 in fewer than 100 days",
        "DAYS_TO_18, AT_LEAST, 100, the young person turns 18 in 100 days or more",
        "DAYS_TO_18, EQUAL, 0, the young person turns 18 in exactly 0 days"
    })
    void anAgeIsSaidAsPeopleSayIt(Field field, Comparison comparison, int limit, String words) {
        assertThat(said(new AgedCondition(List.of(new Bound(field, comparison, limit)))))
                .isEqualTo(words);
    }

    @Test
    void twoBoundsOfAnAgeAreOneSpan() {
        assertThat(said(new AgedCondition(List.of(
                        new Bound(Field.AGE, Comparison.AT_LEAST, 13), new Bound(Field.AGE, Comparison.AT_MOST, 15)))))
                .isEqualTo("the child is aged 13 to 15");
        assertThat(said(new AgedCondition(List.of(
                        new Bound(Field.AGE, Comparison.AT_LEAST, 13), new Bound(Field.AGE, Comparison.AT_MOST, 25)))))
                .isEqualTo("the young person is aged 13 to 25");
        assertThat(said(new AgedCondition(
                        List.of(new Bound(Field.AGE, Comparison.MORE, 9), new Bound(Field.AGE, Comparison.LESS, 14)))))
                .isEqualTo("the child is aged over 9 and under 14");
        assertThat(said(new AgedCondition(List.of(
                        new Bound(Field.AGE, Comparison.AT_MOST, 17),
                        new Bound(Field.DAYS_TO_18, Comparison.AT_MOST, 183)))))
                .isEqualTo("the young person is aged 17 or under and turns 18 in 183 days or fewer");
    }

    @Test
    void whatNobodyKnowsIsNeverSaidAsNo() {
        assertThat(Stream.of(AnsweredCondition.Kind.values())
                        .map(kind -> said(new AnsweredCondition(kind, "debt-bondage"))))
                .containsExactly(
                        "there is a yes to debt bondage",
                        "there is a no to debt bondage",
                        "it was asked and nobody knows about debt bondage",
                        "the answer about debt bondage is yet to clarify",
                        "nobody has said yes to debt bondage");
    }

    @Test
    void aFigureHasItsUnitAndItsAge() {
        assertThat(said(new FigureCondition("longest-missing-episode", Comparison.AT_LEAST, 24, 90)))
                .isEqualTo("the figure for the longest time missing is at least 24 hours, dated in the last 90 days");
        assertThat(said(new FigureCondition("police-gang-flag", Comparison.AT_MOST, 1, Fact.EVER)))
                .isEqualTo("the figure for a police list or intelligence entry is at most 1 (independent sources)");
        assertThat(said(new FigureCondition("longest-missing-episode", Comparison.LESS, 0.5, Fact.EVER)))
                .isEqualTo("the figure for the longest time missing is less than 0.5 hours");
        assertThat(said(new FigureCondition("longest-missing-episode", Comparison.MORE, 100, Fact.EVER)))
                .endsWith("more than 100 hours");
        assertThat(said(new FigureCondition("longest-missing-episode", Comparison.EQUAL, 100, Fact.EVER)))
                .endsWith("exactly 100 hours");
    }

    @Test
    void whatIsRecommendedIsSaidWithItsLevelAndClock() {
        assertThat(said(new RecommendedCondition(Pathway.MACE, "standard", Urgency.SAME_DAY, false)))
                .isEqualTo("MACE is recommended at level standard or above within 24 hours or sooner");
        assertThat(said(new RecommendedCondition(Pathway.SAFEGUARDING, "screen", Urgency.PLANNED, true)))
                .isEqualTo("safeguarding is not recommended");
        assertThat(said(new RecommendedCondition(Pathway.ENFORCEMENT, "screen", Urgency.PLANNED, false)))
                .isEqualTo("enforcement is to be considered");
    }

    @Test
    void whoeverMadeContactIsNamed() {
        assertThat(Stream.of(Agency.values()).map(agency -> said(new ContactCondition(agency))))
                .doesNotHaveDuplicates()
                .allMatch(words -> words.startsWith("this contact was made by "));
    }

    private static String said(Condition condition) {
        return WORDS.condition(condition).text();
    }
}
