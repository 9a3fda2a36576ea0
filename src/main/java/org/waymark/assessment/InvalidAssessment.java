package org.waymark.assessment;

import java.util.List;

/** An assessment that cannot be screened, with every fault that was found in it. */
public final class InvalidAssessment extends Exception {

    private static final long serialVersionUID = 1L;

    /** Whether the document could not be read at all, or could be and says something that cannot be. */
    public enum Kind {
        /** Not JSON. */
        MALFORMED,
        /** Longer than the limit. */
        TOO_LARGE,
        /** JSON, with faults. */
        INVALID
    }

    private final Kind kind;
    private final transient List<Fault> faults;

    public InvalidAssessment(Kind kind, List<Fault> faults) {
        super(faults.size() == 1 ? faults.get(0).toString() : faults.size() + " faults in the assessment");
        this.kind = kind;
        this.faults = List.copyOf(faults);
    }

    public Kind kind() {
        return kind;
    }

    public List<Fault> faults() {
        return faults;
    }
}
