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

    private Mutation(RuleSet ruleSet, Scenarios scenarios) {
        among = new Among(ruleSet);
        for (Rule rule : ruleSet.rules()) {
            Screener asItIs = among.few(rule.id(), List.of(rule));
            byLine.put(rule.id(), holding(scenarios.ofLine(rule.id()), asItIs));
        }
    }

    /** A scenario that does not hold as things are would seem to notice every change. */
    private static List<Scenario> holding(List<Scenario> scenarios, Screener asItIs) {
        return scenarios.stream().filter(one -> one.holds(asItIs)).toList();
    }

    /** Which changes the scenarios would notice. The same rules and scenarios give the same report. */
    public static MutationReport of(RuleSet ruleSet, Scenarios scenarios) {
        Mutation mutation = new Mutation(ruleSet, scenarios);
        List<Mutant> mutants = Mutants.of(ruleSet);
        List<Mutant> unnoticed = mutants.parallelStream()
                .filter(mutant -> !mutation.isNoticedByItsLine(mutant))
                .toList();
        if (!unnoticed.isEmpty() && !scenarios.wholeCases().isEmpty()) {
            unnoticed = new WholeCases(ruleSet, scenarios.wholeCases()).unnoticed(unnoticed);
        }
        return new MutationReport(mutants, unnoticed);
    }

    private boolean isNoticedByItsLine(Mutant mutant) {
        String line = mutant.rule().id();
        Screener changed = among.few(line, List.of(mutant.changed()));
        return byLine.getOrDefault(line, List.of()).stream().anyMatch(scenario -> !scenario.holds(changed));
    }
}
