package org.waymark.cli.load.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a table writes days and times. A day where a time is wanted is the beginning of that day: no rule looks at hours,
 * and it is never in the future.
 *
 * @param days patterns of days, such as {@code dd/MM/yyyy}
 * @param times patterns of days with a time
 * @param zone where such a time is meant
 */
record Dates(List<String> days, List<String> times, ZoneId zone) {

    /** A cell that is no day, or two. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /**
     * The formatter of a pattern. Strict: the 31st of February is no day.
     *
     * @throws IllegalArgumentException where it is no pattern
     */
    static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.UK)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    LocalDate day(String cell) throws Unreadable {
        return one(
                Stream.concat(
                        found(cell, days, formatter -> LocalDate.parse(cell, formatter)),
                        found(
                                cell,
                                times,
                                formatter ->
                                        LocalDateTime.parse(cell, formatter).toLocalDate())),
                cell,
                "day");
    }

    Instant instant(String cell) throws Unreadable {
        try {
            return OffsetDateTime.parse(cell).toInstant();
        } catch (DateTimeException otherwise) {
            return one(
                    Stream.concat(
                            found(
                                    cell,
                                    times,
                                    formatter -> LocalDateTime.parse(cell, formatter)
                                            .atZone(zone)
                                            .toInstant()),
                            found(
                                    cell,
                                    days,
                                    formatter -> LocalDate.parse(cell, formatter)
                                            .atStartOfDay(zone)
                                            .toInstant())),
                    cell,
                    "day or time");
        }
    }

    private static <T> Stream<T> found(String cell, List<String> patterns, Function<DateTimeFormatter, T> parse) {
        return patterns.stream().flatMap(pattern -> {
            try {
                return Stream.of(parse.apply(formatter(pattern)));
            } catch (DateTimeException another) {
                return Stream.empty();
            }
        });
    }

    private <T> T one(Stream<T> readings, String cell, String what) throws Unreadable {
        Set<T> distinct = readings.collect(Collectors.toSet());
        if (distinct.size() == 1) {
            return distinct.iterator().next();
        }
        String written = Stream.concat(days.stream(), times.stream()).collect(Collectors.joining("`, `", "`", "`"));
        throw new Unreadable(
                distinct.isEmpty()
                        ? "is no " + what + " written as " + written
                        : "can be read in two ways: leave one of " + written + " out of the mapping");
    }
}
