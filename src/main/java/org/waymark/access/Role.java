package org.waymark.access;

import java.util.Locale;

/** What somebody is to this service. Each local user has the role of the same name. */
public enum Role {
    /** Submits assessments, decides on them and reads what is recorded. */
    SCREENER,
    /** Does what a screener does and answers for it; countersigns, and puts right what was recorded. */
    MANAGER,
    /** Writes rules. Sees nothing about a young person. */
    POLICY,
    /** Approves rules. Sees nothing about a young person. */
    APPROVER,
    /** Reads everything, records what they found, and changes nothing. */
    AUDITOR;

    /** The name of the local user who has this role. */
    public String user() {
        return name().toLowerCase(Locale.ROOT);
    }
}
