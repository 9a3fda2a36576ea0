package org.waymark.casework.worklist;

import org.waymark.assessment.Coded;

/** For what a line of the work list waits. */
public enum WorkStatus implements Coded {
    /** For somebody to confirm or override. */
    PROPOSED,
    /** For a manager who is somebody else to answer a downward override. */
    AWAITING_COUNTERSIGNATURE,
    /** It is decided, something has to be done about it, and nobody has recorded yet what came of it. */
    OUTCOME_OPEN,
    /** For a review at MACE. The line is one of a young person, and shows the last decision about them. */
    REVIEW_DUE
}
