package org.waymark.casework.relay;

import org.waymark.assessment.Coded;

/** Where to begin with a store from which nothing was ever passed on. */
public enum RelayStart implements Coded {
    /** With the first decision that it holds. */
    BEGINNING,
    /** With the next that is recorded. */
    NOW
}
