package org.waymark.casework;

/** Another assessment of the same source system and number is recorded already, and says something else. */
public final class ConflictingAssessment extends Exception {

    private static final long serialVersionUID = 1L;

    ConflictingAssessment() {
        super("an assessment with this `sourceSystem` and `assessmentId` is recorded already, with other content; "
                + "a change is a new assessment with `amends`");
    }
}
