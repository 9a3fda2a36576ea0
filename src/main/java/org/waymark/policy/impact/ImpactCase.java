package org.waymark.policy.impact;

import java.util.List;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.PersonKey;
import org.waymark.assessment.SubmissionKey;

/**
 * One recorded contact, to be asked again.
 *
 * @param reference how the report names it: the young person's and the assessment's own numbers, never a name
 * @param history what was recorded of the same young person, in any order; what does not count as history of this
 *     contact is left out when it is asked
 * @param latest whether no later contact of the same young person is among the cases, so that this one may still be open
 */
public record ImpactCase(
        String reference, Assessment assessment, List<Assessment> history, Monitoring monitoring, boolean latest) {

    public ImpactCase {
        history = List.copyOf(history);
    }

    /** A case under the reference that its own numbers make, which no other case has. */
    public static ImpactCase of(
            Assessment assessment, List<Assessment> history, Monitoring monitoring, boolean latest) {
        PersonKey person = assessment.youngPerson().key();
        SubmissionKey submission = assessment.submission();
        return new ImpactCase(
                person.area() + "/" + person.reference() + " " + submission.sourceSystem() + "/"
                        + submission.assessmentId(),
                assessment,
                history,
                monitoring,
                latest);
    }

    /** The area in the reference of a case. */
    public static String areaOf(String reference) {
        return reference.substring(0, Math.max(0, reference.indexOf('/')));
    }
}
