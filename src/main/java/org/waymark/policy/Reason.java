package org.waymark.policy;

import org.jspecify.annotations.Nullable;
import org.waymark.policy.PolicyRefusal.Why;

/** Why somebody takes a step, in their own words. */
final class Reason {

    /** A reason shorter than this says nothing to whoever reads it years later. */
    static final int SHORTEST = 30;

    private Reason() {}

    static void require(String reason, String field) throws PolicyRefusal {
        if (isTooShort(reason)) {
            throw new PolicyRefusal(
                    Why.INVALID,
                    "`" + field + "` says why in " + SHORTEST
                            + " characters or more, for whoever reads it years later");
        }
    }

    static boolean isTooShort(@Nullable String reason) {
        return reason == null || reason.strip().length() < SHORTEST;
    }
}
