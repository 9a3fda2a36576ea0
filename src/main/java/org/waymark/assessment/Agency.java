package org.waymark.assessment;

/** Who made contact, or who observed something. */
public enum Agency implements Coded {
    POLICE,
    SCHOOL,
    HEALTH,
    SOCIAL_CARE,
    YOUTH_JUSTICE,
    HOUSING,
    VOLUNTARY_SECTOR,
    PARENT,
    SELF,
    ANONYMOUS,
    OTHER_AREA,
    OTHER
}
