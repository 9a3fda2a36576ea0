package org.waymark.casework;

/** A decision was made by rules that are not in force any more, so nothing can be asked of them. */
public final class OtherRules extends Exception {

    private static final long serialVersionUID = 1L;

    OtherRules(String ruleSet) {
        super("the rule set `" + ruleSet + "` that decided is not in force any more, so what its decision rests on "
                + "cannot be told; the decision stands as it is recorded: ask for it without `explain`");
    }
}
