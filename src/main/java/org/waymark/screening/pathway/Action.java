package org.waymark.screening.pathway;

import org.waymark.assessment.Coded;

/** Something that somebody should do. */
public enum Action implements Coded {
    STRATEGY_DISCUSSION,
    SOCIAL_WORK_ASSESSMENT,
    /** Referral to the National Referral Mechanism. */
    NRM_REFERRAL,
    TRAFFICKING_GUARDIAN,
    RETURN_HOME_INTERVIEW,
    MISSING_REPORT,
    EMERGENCY_SERVICES,
    NOTIFY_HOST_AREA,
    HANDOVER_TO_NEW_AREA,
    ALLOCATE_LEAD_WORKER,
    NOTIFY_ALLOCATED_WORKER,
    MANAGER_REVIEW,
    TRANSITION_PLAN,
    ADULT_DISRUPTION,
    ADULT_SAFEGUARDING,
    HOLD_ENFORCEMENT,
    OVERDUE_REVIEW,
    MARAC,
    PREVENT_REFERRAL,
    MAPPA_CHECK,
    CORROBORATE,
    CLARIFY,
    SAFETY_PLAN,
    LEGAL_ADVICE,
    RECHECK
}
