package org.waymark.casework.relay;

import java.util.Arrays;
import java.util.Optional;
import org.waymark.assessment.Coded;
import org.waymark.trail.Kind;

/** What others are told of. Whatever else is recorded stays where it is. */
public enum EventType implements Coded {
    /** An assessment was screened. */
    PROPOSED(Kind.SCREENED),
    /** A professional agreed. */
    CONFIRMED(Kind.CONFIRMED),
    /** A professional decided otherwise; where that is lower it does not hold before it is countersigned. */
    OVERRIDDEN(Kind.OVERRIDDEN),
    /** A manager answered such an override: it holds, or it does not. */
    COUNTERSIGNED(Kind.COUNTERSIGNED);

    private final Kind kind;

    EventType(Kind kind) {
        this.kind = kind;
    }

    /** The type of what an entry of that kind records; nothing where nobody is told. */
    public static Optional<EventType> of(Kind kind) {
        return Arrays.stream(values()).filter(type -> type.kind == kind).findFirst();
    }
}
