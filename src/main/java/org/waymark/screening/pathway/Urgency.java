package org.waymark.screening.pathway;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Coded;

/** How soon something must be done, most urgent first. */
public enum Urgency implements Coded {
    /** Within the hour. */
    IMMEDIATE(0),
    /** Within 24 hours, by the clock. */
    SAME_DAY(0),
    ONE_WORKING_DAY(1),
    FIVE_WORKING_DAYS(5),
    TEN_WORKING_DAYS(10),
    /** 20 working days. */
    PLANNED(20);

    private final int workingDays;

    Urgency(int workingDays) {
        this.workingDays = workingDays;
    }

    /** Within how many working days, 0 where the clock counts and not the calendar. */
    public int workingDays() {
        return workingDays;
    }

    /** Whether this is as urgent as the other, or more. */
    public boolean isAtLeast(Urgency other) {
        return compareTo(other) <= 0;
    }

    /** The slower of the two. */
    public Urgency noFasterThan(Urgency limit) {
        return isAtLeast(limit) ? limit : this;
    }

    /** The most urgent, or nothing where there is none. */
    public static Optional<Urgency> mostUrgent(Stream<? extends @Nullable Urgency> urgencies) {
        return urgencies
                .<Urgency>mapMulti((urgency, found) -> {
                    if (urgency != null) {
                        found.accept(urgency);
                    }
                })
                .min(Comparator.naturalOrder());
    }
}
