package org.waymark.intake.http;

import org.waymark.casework.problem.Problem;
import org.waymark.casework.problem.ProblemKind;

/** The call is refused before it reaches casework. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refused(ProblemKind kind, String detail) {
        super(detail);
        this.problem = Problem.of(kind, detail);
    }

    Refused(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
