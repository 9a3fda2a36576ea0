package org.waymark.ruleset.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.waymark.ruleset.Wording;
import org.waymark.ruleset.coverage.Gap.Way;
import org.waymark.ruleset.scenario.LineScenario;
import org.waymark.ruleset.scenario.Scenarios;
import org.waymark.screening.Screener;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.RuleSet;

/**
 * Holds a rule set against its own scenarios and says what they do not reach. A condition that is always met in them
 * could be left out, and one that is only ever unmet beside others is not proven to matter.
 */
public final class Coverage {

    private static final Conclusions NOTHING = new Conclusions(List.of(), List.of(), List.of(), List.of(), List.of());

    /** What the scenarios of one line reach of it. */
    private record Reached(Rule rule, boolean fired, BitSet met, BitSet unmet, BitSet unmetAlone) {}

    private final Among among;
    private final Scenarios scenarios;

    private Coverage(RuleSet ruleSet, Scenarios scenarios) {
        this.among = new Among(ruleSet);
        this.scenarios = scenarios;
    }

    /** What the scenarios reach of each line. Only those of a line itself count for it. */
    public static CoverageReport of(RuleSet ruleSet, Scenarios scenarios) {
        Coverage coverage = new Coverage(ruleSet, scenarios);
        List<Reached> reached =
                ruleSet.rules().parallelStream().map(coverage::reached).toList();
        int conditions = ruleSet.rules().stream()
                .mapToInt(rule -> rule.conditions().size())
                .sum();
        return new CoverageReport(
                new Share(
                        (int) reached.stream().filter(Reached::fired).count(),
                        ruleSet.rules().size()),
                new Share(sum(reached, Reached::met), conditions),
                new Share(sum(reached, Reached::unmet), conditions),
                new Share(sum(reached, Reached::unmetAlone), conditions),
                reached.stream().flatMap(one -> gaps(one).stream()).toList());
    }

    private static int sum(List<Reached> reached, java.util.function.Function<Reached, BitSet> of) {
        return reached.stream().map(of).mapToInt(BitSet::cardinality).sum();
    }

    private Reached reached(Rule rule) {
        int conditions = rule.conditions().size();
        Reached reached =
                new Reached(rule, false, new BitSet(conditions), new BitSet(conditions), new BitSet(conditions));
        Screener screener = among.few(rule.id(), withProbes(rule));
        boolean fired = false;
        for (LineScenario scenario : ofLine(rule)) {
            Set<String> told = screener.pass(scenario.assessment(), List.of()).fired();
            fired |= told.contains(rule.id());
            BitSet met = new BitSet(conditions);
            for (int i = 0; i < conditions; i++) {
                met.set(i, told.contains(probe(rule, i)));
            }
            add(reached, met);
        }
        return new Reached(rule, fired, reached.met(), reached.unmet(), reached.unmetAlone());
    }

    private static void add(Reached reached, BitSet met) {
        BitSet unmet = (BitSet) met.clone();
        unmet.flip(0, reached.rule().conditions().size());
        reached.met().or(met);
        reached.unmet().or(unmet);
        if (unmet.cardinality() == 1) {
            reached.unmetAlone().or(unmet);
        }
    }

    private List<LineScenario> ofLine(Rule rule) {
        return scenarios.ofLine(rule.id()).stream()
                .filter(LineScenario.class::isInstance)
                .map(LineScenario.class::cast)
                .toList();
    }

    /**
     * The line, and for each of its conditions a line that has that condition alone, gives nothing, and is asked at the
     * same moment. Which of them fire says which conditions are met.
     */
    private static List<Rule> withProbes(Rule rule) {
        List<Rule> rules = new ArrayList<>(List.of(rule));
        for (int i = 0; i < rule.conditions().size(); i++) {
            rules.add(new Rule(
                    probe(rule, i),
                    rule.title(),
                    rule.statement(),
                    rule.source(),
                    List.of(rule.conditions().get(i)),
                    NOTHING,
                    rule.stage(),
                    rule.place()));
        }
        return rules;
    }

    /** No line of a rule file can have such an id. */
    private static String probe(Rule rule, int condition) {
        return rule.id() + "/" + condition;
    }

    private static List<Gap> gaps(Reached reached) {
        List<Gap> gaps = new ArrayList<>();
        Rule rule = reached.rule();
        if (!reached.fired()) {
            gaps.add(new Gap(rule, "", Way.NEVER_FIRES));
        }
        for (int i = 0; i < rule.conditions().size(); i++) {
            String condition = Wording.inRuleFile(rule.conditions().get(i));
            if (!reached.met().get(i)) {
                gaps.add(new Gap(rule, condition, Way.NEVER_MET));
            }
            if (!reached.unmet().get(i)) {
                gaps.add(new Gap(rule, condition, Way.NEVER_UNMET));
            } else if (!reached.unmetAlone().get(i)) {
                gaps.add(new Gap(rule, condition, Way.NEVER_UNMET_ALONE));
            }
        }
        return gaps;
    }
}
