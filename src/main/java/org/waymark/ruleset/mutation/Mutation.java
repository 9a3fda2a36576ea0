package org.waymark.ruleset.mutation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.ruleset.coverage.Among;
import org.waymark.ruleset.scenario.Scenario;
import org.waymark.ruleset.scenario.Scenarios;
import org.waymark.screening.Screener;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.RuleSet;

/**
 * Tries every small change to a rule set against its own scenarios: first those of the changed line, then the whole
 * cases. A change is noticed by a scenario that holds as things are and no longer holds after it.
 */
public final class Mutation {

    private final Among among;
    private final Map<String, List<Scenario>> byLine = new TreeMap<>();
    private final List<Scenario> wholeCases;

    private Mutation(RuleSet ruleSet, Scenarios scenarios) {
        among = new Among(ruleSet);
        for (Rule rule : ruleSet.rules()) {
            Screener asItIs = among.few(rule.id(), List.of(rule));
            byLine.put(rule.id(), holding(scenarios.ofLine(rule.id()), asItIs));
        }
        wholeCases = holding(scenarios.wholeCases(), new Screener(ruleSet.with(ruleSet.rules())));
    }

    /** A scenario that does not hold as things are would seem to notice every change. */
    private static List<Scenario> holding(List<? extends Scenario> scenarios, Screener asItIs) {
        return scenarios.stream()
                .<Scenario>map(one -> one)
                .filter(one -> one.holds(asItIs))
                .toList();
    }

    /** Which changes the scenarios would notice. The same rules and scenarios give the same report. */
    public static MutationReport of(RuleSet ruleSet, Scenarios scenarios) {
        Mutation mutation = new Mutation(ruleSet, scenarios);
        List<Mutant> mutants = Mutants.of(ruleSet);
        List<Mutant> unnoticed = mutants.parallelStream()
                .filter(mutant -> !mutation.isNoticed(mutant))
                .toList();
        return new MutationReport(mutants, unnoticed);
    }

    private boolean isNoticed(Mutant mutant) {
        String line = mutant.rule().id();
        List<Rule> changed = List.of(mutant.changed());
        return fails(byLine.getOrDefault(line, List.of()), among.few(line, changed))
                || (!wholeCases.isEmpty() && fails(wholeCases, among.all(line, changed)));
    }

    private static boolean fails(List<Scenario> scenarios, Screener screener) {
        return scenarios.stream().anyMatch(scenario -> !scenario.holds(screener));
    }
}
