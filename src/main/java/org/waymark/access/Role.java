package org.waymark.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody is to this service. Five of them have a local user of the same name. */
public enum Role {
    /** Submits assessments, decides on them and reads what is recorded. */
    SCREENER,
    /** Does what a screener does and answers for it; countersigns, and puts right what was recorded. */
    MANAGER,
    /** Writes rules. Sees nothing about a young person but the references that an analysis lists. */
    POLICY,
    /** Approves rules. Sees as little. */
    APPROVER,
    /** Reads everything of their areas, records what they found, and changes nothing. */
    AUDITOR,
    /** A program that submits assessments, and reads the answers to them. */
    MACHINE,
    /** Keeps the service running: sees why it is unwell, and its figures; nothing about anybody. */
    OPERATOR;

    /** Those that have a local user, where no identity provider is configured. */
    public static List<Role> local() {
        return List.of(SCREENER, MANAGER, POLICY, APPROVER, AUDITOR);
    }

    /** The name in settings, and of the local user who has this role. */
    public String user() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that name in settings. */
    public static Optional<Role> named(String name) {
        return Arrays.stream(values()).filter(role -> role.user().equals(name)).findFirst();
    }
}
