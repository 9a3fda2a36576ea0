package org.waymark.casework;

import org.jspecify.annotations.Nullable;
import org.waymark.access.Areas;

/**
 * Somebody who is about to be shown what is recorded.
 *
 * @param areas of which they may know
 * @param reason why they look, in their words; null where they do not say
 * @param breakGlass whether what they look at is of none of these areas
 */
public record Visitor(String actor, Areas areas, @Nullable String reason, boolean breakGlass) {

    /** Somebody who may know of all areas. */
    public static Visitor everywhere(String actor, @Nullable String reason) {
        return new Visitor(actor, Areas.ALL, reason, false);
    }

    Reading.Reader of(Reading.What what, @Nullable String decisionId) {
        return new Reading.Reader(actor, what, decisionId, reason, breakGlass);
    }
}
