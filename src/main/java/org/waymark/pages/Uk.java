package org.waymark.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Dates, times and how long there is left, in United Kingdom local time and as GOV.UK writes them. */
@Component("uk")
public final class Uk {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.UK);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("ha", Locale.UK);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("h:mma", Locale.UK);

    private final Clock clock;
    private final MessageSource words;

    Uk(Clock clock, MessageSource words) {
        this.clock = clock;
        this.words = words;
    }

    /** Such as 11 March 2026. */
    public String date(LocalDate date) {
        return DATE.format(date);
    }

    /** Such as Mar 2026, where there is little room. */
    public String month(LocalDate month) {
        return MONTH.format(month);
    }

    /** Such as 11 March 2026 at 8:45am. */
    public String time(Instant instant) {
        ZonedDateTime there = instant.atZone(LONDON);
        return words("uk.at", DATE.format(there), clockTime(there.toLocalTime()));
    }

    private String clockTime(LocalTime time) {
        if (time.getHour() == 12 && time.getMinute() == 0) {
            return words("uk.midday");
        }
        if (time.getHour() == 0 && time.getMinute() == 0) {
            return words("uk.midnight");
        }
        return (time.getMinute() == 0 ? HOUR : MINUTE).format(time).toLowerCase(Locale.UK);
    }

    /** How long there is left until then, or how long it has been since. */
    public String left(Instant until) {
        Duration left = Duration.between(clock.instant(), until);
        return left.isNegative() ? words("uk.overdue", length(left.negated())) : words("uk.left", length(left));
    }

    public boolean isOverdue(Instant until) {
        return until.isBefore(clock.instant());
    }

    private String length(Duration length) {
        if (length.toDays() >= 2) {
            return words("uk.days", length.toDays());
        }
        if (length.toHours() >= 2) {
            return words("uk.hours", length.toHours());
        }
        return words("uk.minutes", length.toMinutes());
    }

    private String words(String key, Object... values) {
        return words.getMessage(key, values, Locale.UK);
    }
}
