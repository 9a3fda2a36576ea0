package org.waymark.intake.http;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.waymark.assessment.AssessmentSchema;
import org.waymark.assessment.Catalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of what goes in and comes out, as the OpenAPI document holds them. */
final class DocumentSchemas {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String ANSWERS = "/openapi/answers.json";
    private static final String ASSESSMENT = "Assessment";

    private DocumentSchemas() {}

    /** The schemas by name: what is answered, and the published schema of an assessment with its parts beside it. */
    static Map<String, Schema<?>> all() {
        Map<String, Schema<?>> schemas = new LinkedHashMap<>();
        answers().properties().forEach(answer -> schemas.put(answer.getKey(), schema(answer.getValue())));
        ObjectNode assessment = assessment();
        ((ObjectNode) assessment.remove("$defs"))
                .properties()
                .forEach(part -> schemas.put(ASSESSMENT + "-" + part.getKey(), schema(part.getValue())));
        schemas.put(ASSESSMENT, schema(assessment));
        return schemas;
    }

    private static ObjectNode assessment() {
        String published = AssessmentSchema.with(new Catalogue(Map.of(), Map.of(), Map.of()));
        String moved = published.replace("#/$defs/", "#/components/schemas/" + ASSESSMENT + "-");
        ObjectNode assessment = (ObjectNode) MAPPER.readTree(moved);
        assessment.remove("$schema");
        assessment.remove("$id");
        // Which factors there are changes with the rule set, and this document does not: see /api/factors.
        ((ObjectNode) assessment.at("/$defs/observation/properties/factor")).remove("enum");
        return assessment;
    }

    private static ObjectNode answers() {
        try (InputStream resource =
                Objects.requireNonNull(DocumentSchemas.class.getResourceAsStream(ANSWERS), ANSWERS)) {
            return (ObjectNode) MAPPER.readTree(resource);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Schema<?> schema(JsonNode json) {
        try {
            return Json31.mapper().readValue(json.toString(), Schema.class);
        } catch (IOException notASchema) {
            throw new UncheckedIOException(notASchema);
        }
    }
}
