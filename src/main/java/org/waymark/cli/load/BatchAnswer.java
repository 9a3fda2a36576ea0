package org.waymark.cli.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.waymark.assessment.Fault;
import org.waymark.assessment.Json;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.problem.ProblemKind;
import org.waymark.casework.stream.Line;
import org.waymark.casework.stream.LineAnswer;
import org.waymark.casework.stream.Submitted.Recorded;
import org.waymark.casework.stream.Submitted.Refused;
import tools.jackson.databind.JsonNode;

/**
 * A line of what a service answers to a batch.
 *
 * @param status of the line; 0 in the line that says where to go on
 */
record BatchAnswer(int status, Optional<Problem> problem) {

    private static final int RECORDED_BEFORE = 200;
    private static final int RECORDED = 201;

    static BatchAnswer read(String line) {
        JsonNode json = Json.read(line);
        JsonNode problem = json.path("problem");
        return new BatchAnswer(
                json.path("status").asInt(0), problem.isObject() ? Optional.of(problem(problem)) : Optional.empty());
    }

    private static Problem problem(JsonNode json) {
        List<Fault> faults = new ArrayList<>();
        json.path("errors")
                .forEach(fault -> faults.add(new Fault(
                        fault.path("pointer").asString(), fault.path("message").asString())));
        String type = json.path("type").asString();
        ProblemKind kind = Arrays.stream(ProblemKind.values())
                .filter(one -> one.type().equals(type))
                .findFirst()
                .orElse(ProblemKind.INTERNAL);
        return new Problem(
                kind,
                json.path("detail").asString(),
                faults,
                json.path("instance").asString(""));
    }

    /** Whether the line is to be sent again. */
    boolean notNow() {
        return status == 0 || status == ProblemKind.UNAVAILABLE.status();
    }

    LineAnswer to(Line line) {
        if (status == RECORDED || status == RECORDED_BEFORE) {
            return new LineAnswer(line.number(), new Recorded("", status == RECORDED_BEFORE));
        }
        return new LineAnswer(line.number(), new Refused(problem.orElseThrow()));
    }
}
