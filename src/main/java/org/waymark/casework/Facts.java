package org.waymark.casework;

import java.util.List;
import org.waymark.assessment.Assessment;
import org.waymark.ruleset.RuleSetInForce.Ready;
import org.waymark.screening.casefile.History;

/** What is known of a young person at a recorded contact, as some rules read it. */
@FunctionalInterface
interface Facts {

    /**
     * What a screening by these rules would rest on.
     *
     * @throws CannotReplay where it is not to be had any more
     */
    Known by(Ready rules) throws CannotReplay;

    /**
     * A contact, and what counts as its history.
     *
     * @param history oldest first
     */
    record Known(Assessment assessment, List<Assessment> history) {

        public Known {
            history = List.copyOf(history);
        }

        static Known of(Assessment assessment, List<Assessment> said) {
            return new Known(assessment, History.before(assessment, said));
        }
    }

    /** What a decision was made on, and nothing that came later. */
    static Facts then(RecordedDecision decision, RecordedHistory history) {
        return rules -> Known.of(decision.input(rules.reader()), history.of(decision, rules.reader()));
    }
}
