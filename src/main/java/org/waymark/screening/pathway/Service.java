package org.waymark.screening.pathway;

import org.waymark.assessment.Coded;

/** Help that a young person or family can be offered, by need. */
public enum Service implements Coded {
    SUBSTANCE_MISUSE,
    ALCOHOL,
    EDUCATION_INCLUSION,
    SEND,
    HOUSING,
    MENTAL_HEALTH,
    SEXUAL_VIOLENCE,
    DOMESTIC_ABUSE,
    FAMILY_SUPPORT,
    SUPPORTING_FAMILIES,
    GANG_EXIT,
    GIRLS_AND_YOUNG_WOMEN,
    EMPLOYMENT,
    HOSPITAL_YOUTH_WORK,
    YOUTH_DIVERSION,
    PREVENTION_PROGRAMME,
    FAMILY_PANEL,
    YOUTH_JUSTICE_PREVENTION,
    /** A specialist exploitation worker. */
    EXPLOITATION_SUPPORT,
    HARMFUL_SEXUAL_BEHAVIOUR,
    SEXUAL_HEALTH,
    ONLINE_SAFETY,
    VICTIM_SUPPORT,
    MENTORING
}
