package org.waymark.intake.kafka;

import org.waymark.casework.problem.ProblemKind;

/** What became of one record of the stream. */
sealed interface Outcome {

    /** Whether it need not be read again. */
    default boolean settled() {
        return true;
    }

    /** A decision on it is recorded. */
    record Recorded(boolean repeat) implements Outcome {}

    /** It is on the topic of what is refused, as the broker acknowledged. */
    record Rejected(ProblemKind kind) implements Outcome {}

    /** It could be neither for now, and is to be tried again after a pause. */
    record Unsettled(PauseReason reason) implements Outcome {
        @Override
        public boolean settled() {
            return false;
        }
    }

    /** It was not begun, so as not to overtake another or to take too long, and is to be read again. */
    record NotBegun() implements Outcome {
        @Override
        public boolean settled() {
            return false;
        }
    }
}
