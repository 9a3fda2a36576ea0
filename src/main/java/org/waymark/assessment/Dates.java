package org.waymark.assessment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The reading of dates that are not after a day.
 *
 * @param lastDay the last that is allowed; absent where that day is not known, and then no date is late
 * @param called what the last day is, in words
 */
public record Dates(@Nullable LocalDate lastDay, String called) implements Reading<LocalDate> {

    private static final String ALLOWED = "a date such as `2026-03-11`";

    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern BRITISH = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");

    /** Nothing that is asked about a child reaches back so far; an earlier year is a slip. */
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** Dates that are not after an assessment, whose day is absent where it has a fault of its own. */
    Dates(@Nullable LocalDate lastDay) {
        this(lastDay, "the day of `assessedAt` in Europe/London");
    }

    @Override
    public @Nullable LocalDate read(Cursor at) {
        if (!at.node().isString()) {
            at.expected(ALLOWED);
            return null;
        }
        String text = at.node().stringValue();
        LocalDate date = parse(text).orElse(null);
        if (date == null) {
            at.fault(Quoted.of(text) + wrong(text));
            return null;
        }
        if (date.isBefore(EARLIEST)) {
            at.fault(Quoted.of(text) + " is before the year 1900: is the year a slip?");
            return null;
        }
        if (lastDay != null && date.isAfter(lastDay)) {
            at.fault(Quoted.of(text) + " is after " + lastDay + ", " + called);
            return null;
        }
        return date;
    }

    private static Optional<LocalDate> parse(String text) {
        try {
            return ISO.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static String wrong(String text) {
        if (ISO.matcher(text).matches()) {
            return " is no day of the calendar";
        }
        String help = british(text)
                .map(date -> ", did you mean " + Quoted.of(date.toString()) + "?")
                .orElse("");
        return " is not " + ALLOWED + help;
    }

    /** Day, month and year, as people here write it. */
    private static Optional<LocalDate> british(String text) {
        Matcher parts = BRITISH.matcher(text);
        return parts.matches()
                ? parse("%s-%2s-%2s"
                        .formatted(parts.group(3), parts.group(2), parts.group(1))
                        .replace(' ', '0'))
                : Optional.empty();
    }
}
