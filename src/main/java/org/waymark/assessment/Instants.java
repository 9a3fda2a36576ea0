package org.waymark.assessment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The reading of instants: ISO-8601 with offset. */
final class Instants {

    private static final String ALLOWED = "an instant such as `2026-03-11T10:30:00Z`";

    /** No hub kept electronic records of what it screens now before that; an earlier year is a slip. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private Instants() {}

    static @Nullable Instant read(Cursor at) {
        if (!at.node().isString()) {
            at.expected(ALLOWED);
            return null;
        }
        String text = at.node().stringValue();
        Instant instant = parse(text);
        if (instant == null) {
            at.fault(Quoted.of(text) + " is not " + ALLOWED + help(text));
        } else if (instant.isBefore(EARLIEST)) {
            at.fault(Quoted.of(text) + " is before the year 2000: is the year a slip?");
            return null;
        }
        return instant;
    }

    private static @Nullable Instant parse(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private static String help(String text) {
        try {
            LocalDateTime.parse(text);
            return ": the offset is missing, add `Z` for UTC or one such as `+01:00`";
        } catch (DateTimeException other) {
            return "";
        }
    }
}
