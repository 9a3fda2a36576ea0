package org.waymark.pages.worklist;

import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Coded;
import org.waymark.casework.worklist.WorkStatus;

/** A list that somebody can look at by itself. */
enum Tab implements Coded {
    ALL(null, null),
    OVERDUE(null, true),
    PROPOSED(WorkStatus.PROPOSED, null),
    AWAITING_COUNTERSIGNATURE(WorkStatus.AWAITING_COUNTERSIGNATURE, null),
    OUTCOME_OPEN(WorkStatus.OUTCOME_OPEN, null),
    REVIEW_DUE(WorkStatus.REVIEW_DUE, null);

    private final @Nullable WorkStatus status;
    private final @Nullable Boolean overdue;

    Tab(@Nullable WorkStatus status, @Nullable Boolean overdue) {
        this.status = status;
        this.overdue = overdue;
    }

    @Nullable
    WorkStatus status() {
        return status;
    }

    @Nullable
    Boolean overdue() {
        return overdue;
    }

    /** What stands in the address; nothing for the list that is shown where nothing is said. */
    String inAddress() {
        return this == ALL ? "" : code();
    }
}
