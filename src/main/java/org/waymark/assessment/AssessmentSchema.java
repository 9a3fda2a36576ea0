package org.waymark.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema (draft 2020-12) of an assessment, as clients may use it before they submit. */
public final class AssessmentSchema {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** A part of the program, not a file of an installation: the same bytes wherever it runs. */
    private static final String RESOURCE = "/schemas/assessment.json";

    private AssessmentSchema() {}

    /** The text of the schema, which allows the factors of this catalogue and no other. */
    public static String with(Catalogue catalogue) {
        ObjectNode schema = read();
        JsonNode factor = schema.at("/$defs/observation/properties/factor");
        ArrayNode allowed = ((ObjectNode) factor).putArray("enum");
        catalogue.factors().forEach(known -> allowed.add(known.id()));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(schema);
    }

    private static ObjectNode read() {
        try (InputStream resource =
                Objects.requireNonNull(AssessmentSchema.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return (ObjectNode) MAPPER.readTree(resource);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
