package org.waymark.casework.judgement;

import java.time.Instant;
import org.waymark.assessment.Coded;

/** What somebody did with a decision, as far as it changes where the decision stands. */
public sealed interface Act {

    /** The account that did it. */
    String by();

    /** When it was recorded. */
    Instant at();

    /** What was recommended stands. */
    record Confirmed(String by, Instant at) implements Act {
        @Override
        public What what() {
            return What.CONFIRMATION;
        }
    }

    /**
     * Another result is chosen.
     *
     * @param chosen what was chosen
     * @param meanwhile what holds until a second person answers; what was chosen, where none has to
     * @param downward whether a second person has to
     */
    record Overridden(String by, Instant at, Result chosen, Result meanwhile, boolean downward) implements Act {
        @Override
        public What what() {
            return What.OVERRIDE;
        }
    }

    /** A second person answers a downward override. */
    record Countersigned(String by, Instant at, boolean agree) implements Act {
        @Override
        public What what() {
            return What.COUNTERSIGNATURE;
        }
    }

    /** Something came of it. */
    record OutcomeNoted(String by, Instant at) implements Act {
        @Override
        public What what() {
            return What.OUTCOME;
        }
    }

    /** What was recorded is put right, or withdrawn as a contact about the wrong child. */
    record Corrected(String by, Instant at, boolean withdrawn) implements Act {
        @Override
        public What what() {
            return What.CORRECTION;
        }
    }

    /** Somebody looked at it. */
    record Reviewed(String by, Instant at) implements Act {
        @Override
        public What what() {
            return What.REVIEW;
        }
    }

    /** What can be done with a decision. */
    enum What implements Coded {
        CONFIRMATION,
        OVERRIDE,
        COUNTERSIGNATURE,
        OUTCOME,
        CORRECTION,
        REVIEW
    }

    /** What kind of act this is. */
    What what();
}
