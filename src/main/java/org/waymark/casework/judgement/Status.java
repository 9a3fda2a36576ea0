package org.waymark.casework.judgement;

import org.waymark.assessment.Coded;

/** Where a decision stands (contract, section 2). */
public enum Status implements Coded {
    /** Nobody has decided yet. */
    PROPOSED,
    /** A named professional decided that what was recommended stands. */
    CONFIRMED,
    /** A named professional decided otherwise. */
    OVERRIDDEN,
    /** Somebody wants less than was recommended, and a manager who is somebody else has to answer. */
    AWAITING_COUNTERSIGNATURE
}
