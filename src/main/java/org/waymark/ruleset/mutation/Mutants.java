package org.waymark.ruleset.mutation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.waymark.ruleset.Stages;
import org.waymark.ruleset.Wording;
import org.waymark.ruleset.mutation.Mutant.Part;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.RuleSet;

/**
 * Every small change that a tired hand could make to the lines of a rule set. Changes are made on the tree, so each is
 * one that a rule file can say. A change that provably changes nothing ({@link Meaning}) is left out, and of two that
 * come to the same the first.
 */
public final class Mutants {

    private final Meaning meaning;
    private final ConditionChanges conditionChanges;
    private final ConclusionChanges conclusionChanges;

    private Mutants(RuleSet ruleSet) {
        meaning = new Meaning(ruleSet);
        conditionChanges = new ConditionChanges(ruleSet);
        conclusionChanges = new ConclusionChanges(ruleSet.manifest());
    }

    /** The mutants of every line, in the order of the lines. */
    public static List<Mutant> of(RuleSet ruleSet) {
        Mutants mutants = new Mutants(ruleSet);
        return ruleSet.rules().stream()
                .flatMap(rule -> mutants.of(rule).stream())
                .toList();
    }

    private List<Mutant> of(Rule rule) {
        List<Mutant> mutants = new ArrayList<>();
        for (int i = 0; i < rule.conditions().size(); i++) {
            ofCondition(rule, i, mutants);
        }
        for (Change<Conclusions> change : conclusionChanges.of(rule.conclusions())) {
            mutants.add(mutant(rule, rule.conditions(), change.to(), Part.CONCLUSIONS, change.inWords(rule.id())));
        }
        return mutants;
    }

    private void ofCondition(Rule rule, int index, List<Mutant> mutants) {
        Condition condition = rule.conditions().get(index);
        Set<Object> seen = new LinkedHashSet<>();
        seen.add(meaning.of(condition));
        for (Change<Condition> change : conditionChanges.of(condition, othersOf(rule, index))) {
            if (seen.add(meaning.of(change.to()))) {
                List<Condition> changed = new ArrayList<>(rule.conditions());
                changed.set(index, change.to());
                mutants.add(mutant(rule, changed, rule.conclusions(), Part.CONDITIONS, change.inWords(rule.id())));
            }
        }
        String dropped = "the condition `" + Wording.inRuleFile(condition) + "` was dropped from " + rule.id();
        mutants.add(mutant(rule, othersOf(rule, index), rule.conclusions(), Part.CONDITIONS, dropped));
    }

    private static List<Condition> othersOf(Rule rule, int index) {
        List<Condition> others = new ArrayList<>(rule.conditions());
        others.remove(index);
        return others;
    }

    private static Mutant mutant(
            Rule rule, List<Condition> conditions, Conclusions conclusions, Part part, String change) {
        Rule changed = new Rule(
                rule.id(),
                rule.title(),
                rule.statement(),
                rule.source(),
                conditions,
                conclusions,
                Stages.of(conditions, conclusions),
                rule.place());
        return new Mutant(rule, changed, part, change);
    }
}
