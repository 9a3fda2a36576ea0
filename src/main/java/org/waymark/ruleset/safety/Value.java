package org.waymark.ruleset.safety;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Agency;
import org.waymark.assessment.Observation;

/**
 * One thing that may be said of one factor, or of the contact or the area.
 *
 * @param kind which answer it is
 * @param says how a report says it, after the name of the factor: {@code yes on 2026-02-09}
 * @param observations how an assessment says it
 * @param referredBy who made contact, for a value that says so
 * @param area the area, for a value that says so
 * @param amount how much a yes says, so that more can be told from less
 */
record Value(
        Kind kind,
        String says,
        List<Observation> observations,
        @Nullable Agency referredBy,
        @Nullable String area,
        Amount amount) {

    /** Which answer a value is. */
    enum Kind {
        NOT_ASKED,
        NO,
        UNKNOWN,
        YET_TO_CLARIFY,
        YES,
        /** Not an answer: who made contact, or the area. */
        CONTEXT
    }

    Value {
        observations = List.copyOf(observations);
    }

    static Value notAsked() {
        return answer(Kind.NOT_ASKED, "not asked", List.of());
    }

    static Value answer(Kind kind, String says, List<Observation> observations) {
        return new Value(kind, says, observations, null, null, Amount.NONE);
    }

    static Value yes(String says, List<Observation> observations, Amount amount) {
        return new Value(Kind.YES, says, observations, null, null, amount);
    }

    static Value of(Agency referredBy) {
        return new Value(Kind.CONTEXT, referredBy.code(), List.of(), referredBy, null, Amount.NONE);
    }

    static Value of(String area) {
        return new Value(Kind.CONTEXT, "`" + area + "`", List.of(), null, area, Amount.NONE);
    }
}
