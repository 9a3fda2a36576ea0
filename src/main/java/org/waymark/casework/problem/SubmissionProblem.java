package org.waymark.casework.problem;

import org.waymark.assessment.InvalidAssessment;
import org.waymark.casework.ConflictingAssessment;
import org.waymark.casework.ErasedContent;
import org.waymark.casework.ForeignArea;

/** What is wrong with an assessment that cannot be recorded, now or ever, as it is. */
public final class SubmissionProblem {

    private SubmissionProblem() {}

    /** It has faults. */
    public static Problem of(InvalidAssessment invalid) {
        ProblemKind kind = switch (invalid.kind()) {
            case MALFORMED -> ProblemKind.MALFORMED;
            case TOO_LARGE -> ProblemKind.TOO_LARGE;
            case INVALID -> ProblemKind.INVALID;
        };
        int faults = invalid.faults().size();
        String detail = "nothing is recorded; put right " + (faults == 1 ? "the fault" : "the " + faults + " faults")
                + " in `errors` and send it again";
        return Problem.of(kind, detail, invalid.faults());
    }

    /** Another one has its number. */
    public static Problem of(ConflictingAssessment conflict) {
        return Problem.of(ProblemKind.CONFLICT, String.valueOf(conflict.getMessage()));
    }

    /** It was recorded, and erased. */
    public static Problem of(ErasedContent erased) {
        return Problem.of(ProblemKind.ERASED, String.valueOf(erased.getMessage()));
    }

    /** It is about an area that is none of the caller's. */
    public static Problem of(ForeignArea foreign) {
        return Problem.of(ProblemKind.FOREIGN_AREA, String.valueOf(foreign.getMessage()));
    }
}
