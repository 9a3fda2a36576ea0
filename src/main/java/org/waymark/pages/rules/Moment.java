package org.waymark.pages.rules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** A day and a time of the clock in the United Kingdom, as somebody typed them. */
final class Moment {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    private Moment() {}

    /** The moment; nothing where the fields say none. A time that is left out is the first of the day. */
    static Optional<Instant> of(String day, String month, String year, String time) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            LocalTime clock = time.isEmpty() ? LocalTime.MIDNIGHT : LocalTime.parse(time.replace('.', ':'), TIME);
            return Optional.of(date.atTime(clock).atZone(LONDON).toInstant());
        } catch (DateTimeException | NumberFormatException noMoment) {
            return Optional.empty();
        }
    }
}
