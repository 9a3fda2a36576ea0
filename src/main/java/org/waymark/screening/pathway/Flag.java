package org.waymark.screening.pathway;

import org.waymark.assessment.Coded;

/** Something that a reader of the outcome should know about what it rests on. */
public enum Flag implements Coded {
    DATE_NOT_GIVEN,
    SOURCES_DISAGREE,
    SINGLE_ANONYMOUS_SOURCE,
    STALE,
    INSUFFICIENT_INFORMATION,
    NOT_ASSESSED_HERE,
    AGE_UNKNOWN,
    AGE_DISPUTED,
    AGED_18_OR_OVER,
    CONSENT_UNKNOWN
}
