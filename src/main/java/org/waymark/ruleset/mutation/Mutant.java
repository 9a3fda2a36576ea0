package org.waymark.ruleset.mutation;

import org.waymark.screening.rule.Rule;

/**
 * One line of a rule with one small change.
 *
 * @param rule the line as it is
 * @param changed the line with the change, asked in the stage that follows from it
 * @param part what the change is of
 * @param change in words, such as {@code 3 became 4 in SG-11 (times)}
 */
public record Mutant(Rule rule, Rule changed, Part part, String change) {

    /** The two halves of a rule. */
    public enum Part {
        /** When it fires. */
        CONDITIONS,
        /** What it gives. */
        CONCLUSIONS
    }

    /** What it means that no scenario noticed. */
    public String unnoticed() {
        return "Nobody would notice if " + change + ".";
    }
}
