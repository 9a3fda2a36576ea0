package org.waymark.screening.outcome;

import java.util.List;

/**
 * Why: one rule that fired.
 *
 * @param rule the rule's id, without its line
 * @param statement what was found, in words
 * @param facts what was observed that it rests on
 * @param source where the rule and its figures come from
 */
public record Reason(String rule, String title, String statement, List<Evidence> facts, String source) {}
