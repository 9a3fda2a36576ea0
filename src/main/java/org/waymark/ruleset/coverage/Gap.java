package org.waymark.ruleset.coverage;

import org.waymark.screening.rule.Rule;

/**
 * Something of a line that none of its own scenarios reaches.
 *
 * @param condition as a rule file writes it, empty where the line as a whole is meant
 */
public record Gap(Rule rule, String condition, Way way) {

    /** What is missing. */
    public enum Way {
        NEVER_FIRES("fires in no scenario of its own"),
        NEVER_MET("is met in none of its scenarios"),
        NEVER_UNMET("is unmet in none of its scenarios"),
        NEVER_UNMET_ALONE("is unmet in none of its scenarios while all else is met");

        private final String words;

        Way(String words) {
            this.words = words;
        }
    }

    /** File and line of the rule, and what is missing. */
    public String text() {
        String what = condition.isEmpty() ? rule.id() : rule.id() + ": `" + condition + "`";
        return rule.place().file() + ":" + rule.place().line() + "  " + what + " " + way.words;
    }
}
