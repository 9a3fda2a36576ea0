package org.waymark.casework.stream;

import org.waymark.casework.problem.Problem;

/** What became of one of many assessments: for good, so that it need not be sent again as it is. */
public sealed interface Submitted {

    /**
     * It is recorded.
     *
     * @param decision the decision's JSON, to the letter as it is recorded
     * @param repeat whether it was recorded before
     */
    record Recorded(String decision, boolean repeat) implements Submitted {}

    /** It cannot be recorded as it is, and nothing of it is. */
    record Refused(Problem problem) implements Submitted {}
}
