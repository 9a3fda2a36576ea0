package org.waymark.ruleset.words;

import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Block;
import org.waymark.screening.pathway.Flag;
import org.waymark.screening.pathway.Service;

/** What a rule may give, in words: what to do begins with its verb, all else is a noun. */
public final class Given {

    private Given() {}

    /** What to do, beginning with its verb. */
    public static String action(Action action) {
        return switch (action) {
            case STRATEGY_DISCUSSION -> "hold a strategy discussion";
            case SOCIAL_WORK_ASSESSMENT -> "start a social work assessment";
            case NRM_REFERRAL -> "refer to the National Referral Mechanism (NRM)";
            case TRAFFICKING_GUARDIAN -> "ask for an independent child trafficking guardian";
            case RETURN_HOME_INTERVIEW -> "offer a return home interview";
            case MISSING_REPORT -> "make sure that police have a missing report";
            case EMERGENCY_SERVICES -> "call the emergency services";
            case NOTIFY_HOST_AREA -> "tell the area in which the child is placed";
            case HANDOVER_TO_NEW_AREA -> "hand over to the new area";
            case ALLOCATE_LEAD_WORKER -> "name a lead worker";
            case NOTIFY_ALLOCATED_WORKER -> "tell the worker who has the case";
            case MANAGER_REVIEW -> "have a manager review the case";
            case TRANSITION_PLAN -> "plan the move to adult services";
            case ADULT_DISRUPTION -> "plan how to disrupt the adult";
            case ADULT_SAFEGUARDING -> "tell adult safeguarding";
            case HOLD_ENFORCEMENT -> "hold enforcement";
            case OVERDUE_REVIEW -> "review what is overdue";
            case MARAC -> "refer to MARAC (the multi-agency meeting on high-risk domestic abuse)";
            case PREVENT_REFERRAL -> "make a Prevent referral";
            case MAPPA_CHECK -> "check with MAPPA (the arrangements for adults who pose serious harm)";
            case CORROBORATE -> "look for a second, independent source";
            case CLARIFY -> "clarify what is not settled";
            case SAFETY_PLAN -> "make a safety plan";
            case LEGAL_ADVICE -> "see that the child gets legal advice";
            case RECHECK -> "check again how things stand";
        };
    }

    /** What may be offered. */
    public static String service(Service service) {
        return switch (service) {
            case SUBSTANCE_MISUSE -> "help with drugs";
            case ALCOHOL -> "help with alcohol";
            case EDUCATION_INCLUSION -> "education inclusion support";
            case SEND -> "special educational needs support (SEND)";
            case HOUSING -> "housing help";
            case MENTAL_HEALTH -> "mental health support";
            case SEXUAL_VIOLENCE -> "sexual violence support";
            case DOMESTIC_ABUSE -> "domestic abuse support";
            case FAMILY_SUPPORT -> "family support";
            case SUPPORTING_FAMILIES -> "the Supporting Families programme";
            case GANG_EXIT -> "a gang-exit service";
            case GIRLS_AND_YOUNG_WOMEN -> "support for girls and young women";
            case EMPLOYMENT -> "help into work or training";
            case HOSPITAL_YOUTH_WORK -> "a youth worker at the hospital";
            case YOUTH_DIVERSION -> "youth diversion";
            case PREVENTION_PROGRAMME -> "a prevention programme";
            case FAMILY_PANEL -> "a family panel";
            case YOUTH_JUSTICE_PREVENTION -> "youth justice prevention";
            case EXPLOITATION_SUPPORT -> "a specialist exploitation worker";
            case HARMFUL_SEXUAL_BEHAVIOUR -> "help with harmful sexual behaviour";
            case SEXUAL_HEALTH -> "a sexual health service";
            case ONLINE_SAFETY -> "online safety support";
            case VICTIM_SUPPORT -> "victim support";
            case MENTORING -> "mentoring";
        };
    }

    /** What may not be done until a manager has looked. */
    public static String block(Block block) {
        return switch (block) {
            case NO_FURTHER_ACTION -> "ending with no further action";
            case EARLY_HELP_CLOSURE -> "closing early help";
            case STEP_DOWN -> "stepping the case down";
            case ENFORCEMENT -> "enforcement";
            case GANG_INJUNCTION -> "a gang injunction";
            case CRIMINAL_BEHAVIOUR_ORDER -> "a criminal behaviour order";
            case CONTACT_FAMILY -> "contact with the family";
            case DUPLICATE_REFERRAL -> "a second referral of the same thing";
        };
    }

    /** What a reader of the outcome is told about what it rests on. */
    public static String flag(Flag flag) {
        return switch (flag) {
            case DATE_NOT_GIVEN -> "a date was not given";
            case SOURCES_DISAGREE -> "sources disagree";
            case SINGLE_ANONYMOUS_SOURCE -> "it rests on one anonymous source";
            case STALE -> "some of it is old";
            case INSUFFICIENT_INFORMATION -> "too little is known";
            case NOT_ASSESSED_HERE -> "something is not assessed here";
            case AGE_UNKNOWN -> "the age is not known";
            case AGE_DISPUTED -> "the age is disputed";
            case AGED_18_OR_OVER -> "the young person is 18 or over";
            case CONSENT_UNKNOWN -> "it is not known whether the family agrees";
        };
    }
}
