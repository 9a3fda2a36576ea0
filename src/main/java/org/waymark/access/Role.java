package org.waymark.access;

import java.util.Locale;

/** What somebody is to this service. Each local user has the role of the same name. */
public enum Role {
    /** Submits assessments and reads what is recorded. */
    SCREENER,
    /** Does what a screener does, and answers for it. */
    MANAGER,
    /** Writes rules. Sees nothing about a young person. */
    POLICY,
    /** Approves rules. Sees nothing about a young person. */
    APPROVER,
    /** Reads everything, and changes nothing. */
    AUDITOR;

    /** The name of the local user who has this role. */
    public String user() {
        return name().toLowerCase(Locale.ROOT);
    }
}
