package org.waymark.ruleset.lint;

import org.waymark.assessment.Coded;
import org.waymark.ruleset.RuleFault;

/** What the linter looks for. Each has a page of its own in {@code docs/lint}, with what to write instead, and why. */
public enum FindingKind implements Coded {
    /** Two lines are met in the same cases and give the same. */
    DUPLICATE_RULE,
    /** Wherever a line fires another fires too, and gives all of it. */
    SUBSUMED_RULE,
    /** Two rules are met in the same cases and give a pathway by two clocks, or at two levels. */
    OVERLAP_WITH_DIFFERENT_URGENCY,
    /** The lines of one rule divide a number, and none of them has some whole number between two others. */
    GAP_IN_NUMBER_RANGE,
    /** The conditions of a line can never be met together. */
    IMPOSSIBLE_CONDITION,
    /** No rule reads a factor, and nothing in Java does. */
    FACTOR_NEVER_USED,
    /** A rule names a factor that the catalogue does not have. Found by the reader, which goes no further. */
    FACTOR_UNKNOWN,
    /** A line has a figure, and its source names nothing but a policy choice. */
    THRESHOLD_WITHOUT_SOURCE,
    /** No scenario has a case in which a line fires. */
    RULE_WITHOUT_SCENARIO,
    /** Less is done for somebody than under the rule set that this one is compared with. */
    URGENCY_LOWERED_AGAINST_ACTIVE_SET,
    /** Something that stands in for who a child is leads to enforcement or MACE, or is named in the catalogue. */
    SENSITIVE_PROXY,
    /** A row of {@code accepted-findings.csv} accepts nothing. */
    ACCEPTANCE_UNUSED;

    /** The page about it, from the folder of the repository. */
    public String page() {
        return RuleFault.LINT_PAGES + code() + ".md";
    }
}
