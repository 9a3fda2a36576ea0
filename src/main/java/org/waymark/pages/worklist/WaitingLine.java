package org.waymark.pages.worklist;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.LondonDays;
import org.waymark.casework.worklist.DecisionLine;
import org.waymark.casework.worklist.WorkLine;
import org.waymark.casework.worklist.WorkStatus;

/** A line of the work list, as the page shows it. */
record WaitingLine(WorkLine line) {

    public DecisionLine decision() {
        return line.decision();
    }

    /** The code of what it waits for. */
    public String waitsFor() {
        return line.waitsFor().code();
    }

    public @Nullable Instant due() {
        return line.due();
    }

    public boolean isReview() {
        return line.waitsFor() == WorkStatus.REVIEW_DUE;
    }

    /** The last day on which a review is in time. */
    public @Nullable LocalDate lastDay() {
        Instant due = line.due();
        return due == null ? null : LondonDays.of(due.minus(Duration.ofMillis(1)));
    }
}
