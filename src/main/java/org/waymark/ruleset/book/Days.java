package org.waymark.ruleset.book;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Days as people write them. */
final class Days {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private Days() {}

    static String written(LocalDate day) {
        return WRITTEN.format(day);
    }

    /** A day as a manifest has it, or whatever else stands there. */
    static String written(String day) {
        try {
            return written(LocalDate.parse(day));
        } catch (DateTimeParseException otherwise) {
            return day;
        }
    }
}
