package org.waymark.ruleset.scenario;

import java.util.ArrayList;
import java.util.List;
import org.waymark.ruleset.Wording;
import org.waymark.screening.Pass;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.Rule;

/**
 * Why one line of a rule fired in one pass, or did not: each condition as the rule file writes it, whether it was met,
 * and what was found of it.
 */
public record Trace(Rule rule, List<Step> steps) {

    /** What fits on a line of a terminal, in characters. */
    private static final int WIDTH = 100;

    public Trace {
        steps = List.copyOf(steps);
    }

    /**
     * One condition.
     *
     * @param met whether it held
     * @param partly whether anything was known that it asks about, enough or not
     * @param found the values found, a line each
     */
    public record Step(Condition condition, boolean met, boolean partly, List<String> found) {

        public Step {
            found = List.copyOf(found);
        }
    }

    /** Traces one line through a pass of a rule set that has it. */
    public static Trace of(Rule rule, Pass pass) {
        Operands operands = new Operands(rule, pass);
        return new Trace(
                rule,
                rule.conditions().stream()
                        .map(condition -> step(condition, pass, operands))
                        .toList());
    }

    private static Step step(Condition condition, Pass pass, Operands operands) {
        Operands.Found found = operands.of(condition);
        boolean met = condition instanceof RecommendedCondition recommended
                ? operands.isMet(recommended)
                : pass.facts().stream().anyMatch(condition::matches);
        return new Step(condition, met, found.something(), found.lines());
    }

    /** How many conditions did not hold. */
    public int unmet() {
        return (int) steps.stream().filter(step -> !step.met()).count();
    }

    /** The conditions and what was found, each line beginning with this indent. */
    public List<String> lines(String indent) {
        List<String> lines = new ArrayList<>();
        for (Step step : steps) {
            String condition = indent + (step.met() ? "met      " : "not met  ") + Wording.inRuleFile(step.condition());
            String beside = condition + "   " + String.join("   ", step.found());
            if (step.found().size() == 1 && beside.length() <= WIDTH) {
                lines.add(beside);
            } else {
                lines.add(condition);
                step.found().forEach(found -> lines.add(indent + "         " + found));
            }
        }
        return lines;
    }
}
