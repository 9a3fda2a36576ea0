package org.waymark.casework.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import org.waymark.assessment.Json;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.stream.Submitted.Recorded;
import org.waymark.casework.stream.Submitted.Refused;
import tools.jackson.databind.JsonNode;

/**
 * What became of a line.
 *
 * @param number of the line
 */
public record LineAnswer(long number, Submitted what) {

    private static final int CREATED = 201;
    private static final int OK = 200;

    /** The HTTP status that a single call would have had. */
    public int status() {
        if (what instanceof Recorded recorded) {
            return recorded.repeat() ? OK : CREATED;
        }
        return ((Refused) what).problem().kind().status();
    }

    /**
     * The answer on one line, without its end.
     *
     * @param decisions whether decisions are part of it
     */
    public String json(boolean decisions) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("line", number);
        fields.put("status", status());
        if (what instanceof Recorded recorded) {
            JsonNode decision = Json.read(recorded.decision());
            fields.put("decisionId", decision.path("decisionId").asString());
            fields.put("assessment", decision.path("assessment"));
            return decisions ? withText(fields, "decision", recorded.decision()) : Json.write(fields);
        }
        Problem problem = ((Refused) what).problem();
        return withText(fields, "problem", problem.json());
    }

    /** What is recorded is shown to the letter, so it is not read and written again. */
    static String withText(Map<String, Object> fields, String name, String json) {
        String before = Json.write(fields);
        return before.substring(0, before.length() - 1) + "," + Json.write(name) + ":" + json + "}";
    }
}
