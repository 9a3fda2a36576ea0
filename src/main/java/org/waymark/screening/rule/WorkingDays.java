package org.waymark.screening.rule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.waymark.assessment.LondonDays;
import org.waymark.screening.pathway.Urgency;

/** When something is due: by the clock for the most urgent, by working days in England and Wales for the rest. */
public record WorkingDays(Set<LocalDate> holidays) {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    public WorkingDays {
        holidays = Set.copyOf(holidays);
    }

    /**
     * By when to respond to a contact.
     *
     * @param receivedAt when the contact reached the service
     * @return for {@code immediate} one hour and for {@code same-day} 24 hours later, weekends and holidays too;
     *     otherwise the last second, in London, of the Nth working day after it
     */
    public Instant due(Instant receivedAt, Urgency urgency) {
        return switch (urgency) {
            case IMMEDIATE -> receivedAt.plus(Duration.ofHours(1));
            case SAME_DAY -> receivedAt.plus(Duration.ofHours(24));
            default -> endOf(after(LondonDays.of(receivedAt), urgency.workingDays()));
        };
    }

    /** The Nth working day after a day. */
    public LocalDate after(LocalDate day, int workingDays) {
        LocalDate due = day;
        for (int left = workingDays; left > 0; ) {
            due = due.plusDays(1);
            if (isWorkingDay(due)) {
                left--;
            }
        }
        return due;
    }

    private boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    private static Instant endOf(LocalDate day) {
        return day.atTime(END_OF_DAY).atZone(LondonDays.ZONE).toInstant();
    }
}
