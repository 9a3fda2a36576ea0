package org.waymark.ruleset.diff;

import org.waymark.assessment.Coded;

/** What kind of thing was added, removed or changed. */
public enum Subject implements Coded {
    /** One line of a rule. */
    RULE("Rules"),
    FACTOR("Factors"),
    GROUP("Groups"),
    AREA("Areas"),
    BANK_HOLIDAY("Bank holidays"),
    /** What the rule set says of itself, and what it calls things. */
    MANIFEST("Names and notes of the rule set");

    private final String heading;

    Subject(String heading) {
        this.heading = heading;
    }

    /** What a report writes over changes of this kind. */
    String heading() {
        return heading;
    }
}
