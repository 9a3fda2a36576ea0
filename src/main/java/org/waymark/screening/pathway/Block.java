package org.waymark.screening.pathway;

import org.waymark.assessment.Coded;

/** Something that may not be done until a manager has looked. */
public enum Block implements Coded {
    NO_FURTHER_ACTION,
    EARLY_HELP_CLOSURE,
    STEP_DOWN,
    ENFORCEMENT,
    GANG_INJUNCTION,
    CRIMINAL_BEHAVIOUR_ORDER,
    CONTACT_FAMILY,
    DUPLICATE_REFERRAL
}
