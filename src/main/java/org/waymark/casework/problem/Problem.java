package org.waymark.casework.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.assessment.Fault;
import org.waymark.assessment.Json;

/**
 * A refusal, as an RFC 9457 problem document.
 *
 * @param detail what to do about it
 * @param errors each fault of what was submitted, where that is what was wrong
 * @param instance a URI by which the log knows this one, empty where there is nothing to look up
 */
public record Problem(ProblemKind kind, String detail, List<Fault> errors, String instance) {

    /** Keeps the faults as they are. */
    public Problem {
        errors = List.copyOf(errors);
    }

    /** A refusal of which nothing is looked up. */
    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, detail, List.of(), "");
    }

    /** The same, with each fault of what was submitted. */
    public static Problem of(ProblemKind kind, String detail, List<Fault> errors) {
        return new Problem(kind, detail, errors, "");
    }

    /** The document. */
    public String json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", kind.type());
        document.put("title", kind.title());
        document.put("status", kind.status());
        document.put("detail", detail);
        if (!instance.isEmpty()) {
            document.put("instance", instance);
        }
        if (!errors.isEmpty()) {
            document.put("errors", errors);
        }
        return Json.write(document);
    }
}
