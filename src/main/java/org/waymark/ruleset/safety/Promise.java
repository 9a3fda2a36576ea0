package org.waymark.ruleset.safety;

/** What must hold of every rule set that screens (contract, section 2, "always"; design, section 2). */
public enum Promise {
    ENFORCEMENT_NEVER_ALONE("enforcement is never the only pathway of a child"),
    NO_ENFORCEMENT_UNDER_10("there is no enforcement under 10, and none where the age is unknown"),
    NRM_BESIDE_SAFEGUARDING("a referral to the National Referral Mechanism never stands without safeguarding"),
    IMMEDIATE_HARM_NEVER_UNIVERSAL("a yes to a sign of immediate harm is never universal"),
    A_YES_NEVER_LOWERS("one yes more never lowers a result"),
    NOT_KNOWING_NEVER_LOWERS("unknown and yet to clarify are at least what no gives, and asking never lowers a result"),
    MORE_NEVER_LOWERS("more often, more lately or a higher figure never lowers a result"),
    UNKNOWN_AGE_AT_LEAST_ANY_AGE("an age that is not known gives at least what each age would, enforcement apart"),
    MONITORING_CHANGES_NOTHING("monitoring and notes change nothing"),
    EVERY_RULE_CAN_FIRE("every rule can fire"),
    EVERY_RESULT_CAN_COME_OUT("every pathway and every level can come out");

    private final String says;

    Promise(String says) {
        this.says = says;
    }

    /** The promise as one plain sentence, without a capital or a full stop. */
    public String says() {
        return says;
    }
}
