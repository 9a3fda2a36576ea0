package org.waymark.ruleset.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.waymark.assessment.Agency;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;
import org.waymark.ruleset.CheckedRulesOfThisRepository;
import org.waymark.ruleset.SmallRules;
import org.waymark.ruleset.Stages;
import org.waymark.screening.AnyCase;
import org.waymark.screening.Pass;
import org.waymark.screening.Screener;
import org.waymark.screening.Verdict;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.pathway.Flag;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.AgedCondition.Bound;
import org.waymark.screening.rule.AgedCondition.Field;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.Comparison;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.ContactCondition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.Firing;
import org.waymark.screening.rule.Place;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.RuleSet;
import org.waymark.screening.rule.Stage;
import org.waymark.screening.rule.UnsettledCondition;

/**
 * What is said to follow does follow: in any case that fires a line of some conditions, every line fires whose conditions
 * are said to be met wherever those are. A thousand lines are tried in each case, so that all pairs are.
 */
class ImplicationTest {

    private static final RuleSet SMALL = CheckedRulesOfThisRepository.read(
                    SmallRules.of(SmallRules.GOOD).files())
            .asked();
    private static final Implication IMPLICATION = new Implication(SMALL.catalogue(), SMALL.manifest());
    private static final Conclusions FLAGS =
            new Conclusions(List.of(), List.of(), List.of(), List.of(), List.of(Flag.STALE));
    private static final List<Rule> LINES = lines();
    private static final Screener SCREENER = new Screener(SMALL.with(LINES));
    private static final Map<String, List<String>> FOLLOWING = following();

    private static final RuleSet REAL = CheckedRulesOfThisRepository.rules().asked();

    @Provide
    Arbitrary<AnyCase> small() {
        return AnyCase.of(SMALL.catalogue());
    }

    @Provide
    Arbitrary<AnyCase> real() {
        return AnyCase.of(REAL.catalogue());
    }

    private static List<Rule> lines() {
        List<List<Condition>> all = new ArrayList<>();
        conditions(SMALL.catalogue()).forEach(condition -> all.add(List.of(condition)));
        answers(SMALL.catalogue()).stream()
                .filter(one -> one.kind() == AnsweredCondition.Kind.YES || one.kind() == AnsweredCondition.Kind.UNKNOWN)
                .forEach(one -> all.add(List.of(one, new AnsweredCondition(one.kind(), "unexplained-money"))));
        List<Rule> lines = new ArrayList<>();
        for (List<Condition> conditions : all) {
            lines.add(line(lines.size(), conditions, FLAGS));
        }
        lines.add(line(lines.size(), List.of(yes("debt-bondage")), gives(Pathway.MACE, "high", Urgency.PLANNED)));
        lines.add(line(
                lines.size(), List.of(yes("gang-association")), gives(Pathway.MACE, "standard", Urgency.SAME_DAY)));
        lines.add(line(lines.size(), List.of(yes("missing-now")), gives(Pathway.SAFEGUARDING, null, Urgency.SAME_DAY)));
        return lines;
    }

    private static Rule line(int number, List<Condition> conditions, Conclusions given) {
        Stage stage = Stages.of(conditions, given);
        return new Rule("L" + number, "a line", "", "", conditions, given, stage, new Place("lines", number + 1, 1));
    }

    private static AnsweredCondition yes(String factor) {
        return new AnsweredCondition(AnsweredCondition.Kind.YES, factor);
    }

    private static Conclusions gives(Pathway pathway, String level, Urgency urgency) {
        return new Conclusions(
                List.of(new Conclusions.PathwayAdvice(pathway, level, urgency)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Set<AnsweredCondition> answers(Catalogue catalogue) {
        Set<AnsweredCondition> answers = new LinkedHashSet<>();
        for (Factor factor : catalogue.factors()) {
            for (AnsweredCondition.Kind kind : AnsweredCondition.Kind.values()) {
                answers.add(new AnsweredCondition(kind, factor.id()));
            }
        }
        return answers;
    }

    private static List<Condition> conditions(Catalogue catalogue) {
        List<Condition> all = new ArrayList<>(answers(catalogue));
        for (int window : List.of(Fact.EVER, 1, 2, 30, 90)) {
            for (int least : List.of(1, 2, 3)) {
                for (String event : List.of("going-missing", "threat-to-life", "youth-disposal", "robbery")) {
                    all.add(new EventCondition(event, window, least, false));
                }
                all.add(new EventCondition("robbery", window, least, true));
                for (String group : catalogue.groups()) {
                    all.add(new CountCondition(group, least, 1, window));
                    all.add(new CountCondition(group, least, 2, window));
                }
            }
            for (Comparison comparison : Comparison.values()) {
                for (int limit : List.of(3, 24)) {
                    all.add(new FigureCondition("longest-missing-episode", comparison, limit, window));
                }
            }
        }
        for (String group : catalogue.groups()) {
            all.add(new UnsettledCondition(group, 1));
            all.add(new UnsettledCondition(group, 2));
        }
        ages(all);
        results(all);
        all.add(new ContactCondition(Agency.POLICE));
        all.add(new ContactCondition(Agency.SCHOOL));
        return all;
    }

    private static void ages(List<Condition> all) {
        for (Comparison comparison : Comparison.values()) {
            for (int years : List.of(13, 17, 18)) {
                Bound age = new Bound(Field.AGE, comparison, years);
                all.add(new AgedCondition(List.of(age)));
                all.add(new AgedCondition(List.of(age, new Bound(Field.AGE, Comparison.AT_LEAST, 10))));
                all.add(new AgedCondition(List.of(new Bound(Field.MONTHS, comparison, years * 12))));
            }
            for (int days : List.of(1, 100, 183, 366)) {
                all.add(new AgedCondition(List.of(new Bound(Field.DAYS_TO_18, comparison, days))));
            }
        }
    }

    private static void results(List<Condition> all) {
        for (boolean negated : List.of(false, true)) {
            for (Urgency urgency : List.of(Urgency.SAME_DAY, Urgency.FIVE_WORKING_DAYS, Urgency.PLANNED)) {
                for (String level : SMALL.manifest().levels()) {
                    all.add(new RecommendedCondition(Pathway.MACE, level, urgency, negated));
                }
                all.add(new RecommendedCondition(Pathway.SAFEGUARDING, "screen", urgency, negated));
            }
        }
    }

    /** The lines that must fire where one does, by its id. */
    private static Map<String, List<String>> following() {
        Map<String, List<String>> following = new HashMap<>();
        for (Rule one : LINES) {
            following.put(
                    one.id(),
                    LINES.stream()
                            .filter(other -> other != one && other.stage() == one.stage())
                            .filter(other -> IMPLICATION.implies(one.conditions(), other.conditions()))
                            .map(Rule::id)
                            .toList());
        }
        return following;
    }

    private static String told(String line) {
        return LINES.stream()
                .filter(one -> one.id().equals(line))
                .findFirst()
                .orElseThrow()
                .conditions()
                .toString();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void whatIsSaidToFollowDoes(@ForAll("small") AnyCase one) {
        Pass pass = SCREENER.pass(one.current(), one.history());
        Set<String> fired = pass.fired();
        Set<String> dated = dated(pass);

        for (String line : fired) {
            for (String following : FOLLOWING.getOrDefault(line, List.of())) {
                assertThat(fired.contains(following))
                        .as("%s is met and %s is not", told(line), told(following))
                        .isTrue();
                assertThat(!dated.contains(line) || dated.contains(following))
                        .as("%s is met by dates that are known and %s is not", told(line), told(following))
                        .isTrue();
            }
        }
    }

    /** The lines that fire on facts of which none rests on a date that nobody gave. */
    private static Set<String> dated(Pass pass) {
        Set<String> dated = new HashSet<>();
        for (Firing firing : pass.firings()) {
            if (firing.facts().stream().noneMatch(Fact::assumed)) {
                dated.add(firing.rule().id());
            }
        }
        return dated;
    }

    @Example
    void muchFollows() {
        assertThat(FOLLOWING.values().stream().mapToInt(List::size).sum()).isGreaterThan(2_000);
    }

    @Example
    void whatPoliceReportedNeedNotHaveHappenedInTheSameWindow() {
        // A school that said so years ago, without a date, was first: the date that is assumed is that one.
        assertThat(IMPLICATION.implies(
                        new EventCondition("robbery", 30, 1, true), new EventCondition("robbery", 90, 1, false)))
                .isFalse();
        assertThat(IMPLICATION.implies(
                        new EventCondition("robbery", 30, 1, true), new EventCondition("robbery", Fact.EVER, 1, false)))
                .isTrue();
    }

    /** The repository's idle lines are idle: without them every case comes to the same. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void withoutTheLinesThatAreSubsumedEveryCaseComesToTheSame(@ForAll("real") AnyCase one) {
        assertThat(results(Subsumed.LEFT_OUT, one)).isEqualTo(results(Subsumed.ALL, one));
    }

    private static List<Object> results(Screener screener, AnyCase one) {
        Verdict verdict = screener.pass(one.current(), one.history()).verdict();
        List<Object> results = new ArrayList<>();
        verdict.pathways().forEach((pathway, path) -> results.add(pathway + " " + path.level() + " " + path.urgency()));
        verdict.actions().forEach((action, act) -> results.add(action + " " + act.urgency()));
        results.add(verdict.services().keySet());
        results.add(verdict.blocks().keySet());
        results.add(verdict.flags().keySet());
        return results;
    }

    /** The repository's rules, with and without the lines that are said to change nothing. */
    private static final class Subsumed {

        private static final Screener ALL = new Screener(REAL);
        private static final Screener LEFT_OUT = new Screener(REAL.with(others()));

        private static List<Rule> others() {
            Implication implication = new Implication(REAL.catalogue(), REAL.manifest());
            Set<String> idle = new TreeSet<>();
            new Pairs(REAL.rules(), implication, REAL.manifest())
                    .findings().stream()
                            .filter(finding -> finding.kind() == FindingKind.SUBSUMED_RULE)
                            .forEach(finding -> idle.add(finding.about().get(0)));
            assertThat(idle).isNotEmpty();
            return REAL.rules().stream()
                    .filter(rule -> !idle.contains(rule.id()))
                    .toList();
        }
    }
}
