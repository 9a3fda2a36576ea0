package org.waymark.casework.stream;

import java.util.Optional;
import org.waymark.casework.problem.Problem;

/**
 * One assessment of many.
 *
 * @param number where it stands, from 1
 * @param body its JSON, as it came; empty where it is refused already
 * @param refused why it is not even looked at, if so
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Line(long number, byte[] body, Optional<Problem> refused) {

    /** A line to be submitted. */
    public static Line of(long number, byte[] body) {
        return new Line(number, body, Optional.empty());
    }

    /** A line that cannot be submitted. */
    public static Line refused(long number, Problem why) {
        return new Line(number, new byte[0], Optional.of(why));
    }
}
