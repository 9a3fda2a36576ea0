package org.waymark.casework.worklist;

/** What a young person's trail says to the lists cannot be known before there is a rule set in force. */
public final class RulesMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RulesMissing(Throwable cause) {
        super("no rule set is in force", cause);
    }
}
