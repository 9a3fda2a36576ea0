package org.waymark.casework;

import java.util.List;
import org.waymark.assessment.Fault;

/** What somebody wanted to do with a decision may not be; the message says why and what to do. Nothing was recorded. */
public final class JudgementRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is told of a decision that is not recorded. One that the caller may not know of is told of in the same words. */
    public static final String NO_SUCH_DECISION =
            "no decision with this id is recorded; it is the `decisionId` of the answer to an assessment";

    /** Why it may not be. */
    public enum Why {
        /** What was sent is no JSON. */
        MALFORMED,
        /** There is no such decision. */
        UNKNOWN,
        /** What was sent has faults. */
        FAULTY,
        /** The decision stands where this cannot be done. */
        NOT_NOW,
        /** Somebody else must do it. */
        NOT_YOU
    }

    private final Why why;
    private final transient List<Fault> faults;

    private JudgementRefusal(Why why, String message, List<Fault> faults) {
        super(message);
        this.why = why;
        this.faults = List.copyOf(faults);
    }

    static JudgementRefusal of(Why why, String message) {
        return new JudgementRefusal(why, message, List.of());
    }

    static JudgementRefusal of(Why why, List<Fault> faults) {
        String what = faults.size() == 1 ? "the fault" : "the " + faults.size() + " faults";
        return new JudgementRefusal(
                why, "nothing is recorded; put right " + what + " in `errors` and send it again", faults);
    }

    public Why why() {
        return why;
    }

    /** Each fault of what was sent, with its place; none where that is not what was wrong. */
    public List<Fault> faults() {
        return faults;
    }
}
