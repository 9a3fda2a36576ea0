package org.waymark.ruleset.safety;

/**
 * A rule that can never fire, or a result that can never come out.
 *
 * @param promise whether it is a rule or a result
 * @param what the rule's id and title, or the pathway or level
 * @param where file, line and column of the rule; empty for a result
 * @param why the conditions that contradict each other, or what always stands in the way
 */
public record Unreachable(Promise promise, String what, String where, String why) {

    /** For people, on one line. */
    public String line() {
        return what + (where.isEmpty() ? "" : " (" + where + ")") + ": " + why;
    }
}
