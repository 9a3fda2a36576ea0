package org.waymark.policy;

import org.waymark.assessment.Coded;

/** How far a version of the rules has come. */
public enum State implements Coded {
    /** It can still be changed, which makes another draft. */
    DRAFT,
    /** Its author wants it in force; a second person looks at it. */
    SUBMITTED,
    /** It may be put in force. */
    APPROVED,
    /** It is in force somewhere. */
    ACTIVE,
    /** It was in force and is no more. It may be put in force again. */
    RETIRED,
    /** It may not be put in force. */
    REJECTED
}
