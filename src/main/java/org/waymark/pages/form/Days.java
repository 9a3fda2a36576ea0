package org.waymark.pages.form;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads days as people in the United Kingdom write them. */
final class Days {

    private static final List<DateTimeFormatter> FORMS = List.of(
            form("uuuu-MM-dd"),
            form("d/M/uuuu"),
            form("d.M.uuuu"),
            form("d-M-uuuu"),
            form("d M uuuu"),
            form("d MMMM uuuu"),
            form("d MMM uuuu"));

    private Days() {}

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.UK)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** The day as the contract writes it; what is no day stays as it was typed, to be told as a fault. */
    static String iso(String typed) {
        String said = typed.strip().replaceAll("\\s+", " ");
        for (DateTimeFormatter form : FORMS) {
            try {
                return LocalDate.parse(said, form).toString();
            } catch (DateTimeParseException another) {
                // The next form may fit.
            }
        }
        return said;
    }

    /** The days in a list, one a line or with commas between them. */
    static List<String> list(String typed) {
        return Arrays.stream(typed.split("[,;\\n\\r]+"))
                .filter(one -> !one.isBlank())
                .map(Days::iso)
                .toList();
    }
}
