package org.waymark.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Which day it is: a day is a calendar day in Europe/London, wherever an instant was written down. */
public final class LondonDays {

    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private LondonDays() {}

    /** The day on which this instant falls. */
    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
