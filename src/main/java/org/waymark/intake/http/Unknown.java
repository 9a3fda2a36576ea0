package org.waymark.intake.http;

import org.waymark.casework.JudgementRefusal;
import org.waymark.casework.problem.ProblemKind;

/** What is not recorded, and what is recorded elsewhere: one text for both, so that they cannot be told apart. */
final class Unknown {

    private Unknown() {}

    static Refused decision() {
        return new Refused(ProblemKind.NOT_FOUND, JudgementRefusal.NO_SUCH_DECISION);
    }
}
