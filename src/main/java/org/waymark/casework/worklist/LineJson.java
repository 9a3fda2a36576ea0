package org.waymark.casework.worklist;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Coded;
import org.waymark.assessment.Json;
import org.waymark.casework.judgement.Status;
import org.waymark.screening.pathway.Urgency;
import org.waymark.trail.Person;
import tools.jackson.databind.JsonNode;

/** A line as the JSON that is sealed, and back. */
final class LineJson {

    private LineJson() {}

    static String of(Listed listed) {
        return Json.write(listed);
    }

    static Listed read(String json) {
        JsonNode node = Json.read(json);
        return new Listed(
                node.path("id").asString(),
                new Person(node.at("/person/pseudonym").asString()),
                node.path("sequence").asLong(),
                optional(node, "waitsFor", code -> coded(WorkStatus.class, code)),
                optional(node, "due", Instant::parse),
                line(node.path("line")));
    }

    private static DecisionLine line(JsonNode line) {
        return new DecisionLine(
                line.path("decisionId").asString(),
                line.path("area").asString(),
                line.path("reference").asString(),
                line.path("primary").asString(),
                optional(line, "urgency", code -> coded(Urgency.class, code)),
                optional(line, "respondBy", Instant::parse),
                coded(Status.class, line.path("status").asString()),
                line.path("withdrawn").asBoolean(),
                line.path("overridden").asBoolean(),
                line.path("outcomeNoted").asBoolean(),
                Instant.parse(line.path("recordedAt").asString()),
                Instant.parse(line.path("assessedAt").asString()),
                line.path("submittedBy").asString(),
                line.path("ruleSetName").asString(),
                line.path("ruleSetHash").asString(),
                line.path("actors").valueStream().map(JsonNode::asString).toList());
    }

    private static <T> @Nullable T optional(JsonNode node, String field, Function<String, T> read) {
        JsonNode value = node.path(field);
        return value.isString() ? read.apply(value.asString()) : null;
    }

    private static <T extends Enum<T> & Coded> T coded(Class<T> type, String code) {
        return Coded.of(type, code)
                .orElseThrow(() -> new IllegalStateException("a line of the lists holds the code `" + code + "`"));
    }
}
