package org.waymark.ruleset.lint;

import org.waymark.assessment.Coded;

/** What a finding does to a check. */
public enum Severity implements Coded {
    /** The rule set may not be used; nobody can accept it. */
    FAULT,
    /** Likely a slip: mended, or accepted with a reason in the rule set itself. */
    WARNING,
    /** Worth knowing; often meant so. */
    NOTE
}
