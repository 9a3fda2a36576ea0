package org.waymark.casework.stream;

import org.waymark.access.Caller;
import org.waymark.assessment.InvalidAssessment;
import org.waymark.casework.ConflictingAssessment;
import org.waymark.casework.ErasedContent;
import org.waymark.casework.ForeignArea;
import org.waymark.casework.Screened;
import org.waymark.casework.Screening;
import org.waymark.casework.problem.SubmissionProblem;
import org.waymark.casework.stream.Submitted.Recorded;
import org.waymark.casework.stream.Submitted.Refused;
import org.waymark.ruleset.RuleSetInForce.NoRuleSet;
import org.waymark.trail.TrailUnavailable;

/** Takes one of many assessments down the one road to a decision, and gives refusals as answers among others. */
public final class Submissions {

    private final Screening screening;

    public Submissions(Screening screening) {
        this.screening = screening;
    }

    /**
     * Screens and records an assessment.
     *
     * @param caller who submits; what is about an area that is none of theirs is refused
     * @throws TrailUnavailable where it cannot be recorded now: nothing is decided, and the same is to be tried again
     * @throws NoRuleSet where nothing can be screened now: the same
     */
    public Submitted submit(byte[] body, Caller caller) {
        try {
            Screened screened = screening.screen(body, caller);
            return new Recorded(screened.decision(), screened.repeat());
        } catch (InvalidAssessment invalid) {
            return new Refused(SubmissionProblem.of(invalid));
        } catch (ConflictingAssessment conflict) {
            return new Refused(SubmissionProblem.of(conflict));
        } catch (ErasedContent erased) {
            return new Refused(SubmissionProblem.of(erased));
        } catch (ForeignArea foreign) {
            return new Refused(SubmissionProblem.of(foreign));
        }
    }
}
