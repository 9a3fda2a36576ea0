package org.waymark.casework.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.waymark.casework.problem.Problem;

/**
 * How many lines came to an end.
 *
 * @param goOnAt the first line that has no answer, where there is more to come: everything before it is done with
 * @param why there is no answer to that one yet; nothing where all lines were answered
 */
public record Ending(long goOnAt, Optional<Problem> why) {

    /** Whether each line has its answer. */
    public boolean complete() {
        return why.isEmpty();
    }

    /** The last line of the answers to lines that were not all answered. */
    public String json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("goOnAt", goOnAt);
        return LineAnswer.withText(fields, "problem", why.orElseThrow().json());
    }
}
