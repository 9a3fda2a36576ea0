package org.waymark.casework;

import org.waymark.assessment.Coded;

/** A recorded decision cannot be made again, nor explained. Its message names no one, and says nothing that is recorded. */
public final class CannotReplay extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why it cannot. */
    public enum Why implements Coded {
        /** What it was decided on was erased, or a part of that. */
        ERASED,
        /** An entry that it names is not in the trail. */
        LOST,
        /** The contact was withdrawn since, so that by what is known now nothing is said. */
        WITHDRAWN,
        /** A part of what is known now is another area's, and the caller may not join it. */
        NOT_SHARED,
        /** The files of the rules that decided are not kept here. */
        RULES_NOT_KEPT,
        /** This program does not take those files for a rule set. */
        RULES_NOT_READ,
        /** This program does not read what was submitted then by these rules. */
        NOT_READ,
        /** This program fails on it, which is a defect of ours. */
        FAILED
    }

    private final Why why;

    CannotReplay(Why why, String message) {
        super(message);
        this.why = why;
    }

    CannotReplay(Why why, String message, Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    static CannotReplay erased(String entry) {
        return new CannotReplay(
                Why.ERASED,
                "the content of the entry `" + entry
                        + "` was erased, and the decision rested on it; that it was made is" + " recorded still");
    }
}
