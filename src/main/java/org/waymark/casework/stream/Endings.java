package org.waymark.casework.stream;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.casework.problem.Incident;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.problem.ProblemKind;
import org.waymark.ruleset.RuleSetInForce.NoRuleSet;
import org.waymark.trail.TrailUnavailable;

/** Why lines end before their time, in words for whoever sends them. */
final class Endings {

    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);

    private Endings() {}

    /** The line is left alone, because one before it could not be recorded. */
    static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static Problem problem(Throwable failure) {
        if (failure instanceof TrailUnavailable unavailable) {
            LOG.error("The trail cannot be reached: {}", unavailable.getMessage());
            return Problem.of(
                    ProblemKind.UNAVAILABLE,
                    "nothing is decided that is not recorded; send this line and those behind it again a little later,"
                            + " an assessment is recorded once however often it is sent");
        } else if (failure instanceof NoRuleSet) {
            return Problem.of(
                    ProblemKind.NO_RULE_SET,
                    "nothing can be screened until a rule set is in force; tell whoever runs this service");
        } else if (failure instanceof Over) {
            return stopped();
        }
        return Incident.of(failure);
    }

    static Problem stopped() {
        return Problem.of(
                ProblemKind.UNAVAILABLE,
                "no more lines are taken now; send this line and those behind it again a little later");
    }

    static Problem brokenOff(IOException why) {
        return Problem.of(
                ProblemKind.BAD_REQUEST,
                why.getMessage() + "; what is answered stands, send this line and those behind it again");
    }
}
