package org.waymark.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The contract's own example, a small catalogue that it can be read with, and what may be done to it. */
final class Example {

    static final Instant NOW = Instant.parse("2026-03-11T12:00:00Z");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // half a character can be written down only so
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private Example() {}

    static Catalogue catalogue() {
        try {
            return CatalogueReader.read(text("factors.csv"), text("groups.csv"), text("areas.csv"));
        } catch (InvalidCatalogue wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    static AssessmentReader reader() {
        return new AssessmentReader(catalogue());
    }

    static String json() {
        return text("contract-example.json");
    }

    /** The example with another value there; a new field, or a new item after the last, where there was none. */
    static String with(String pointer, String value) {
        JsonNode document = MAPPER.readTree(json());
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = document.at(at.head());
        JsonNode replacement = MAPPER.readTree(value);
        if (parent instanceof ArrayNode array && at.last().getMatchingIndex() == array.size()) {
            array.add(replacement);
        } else if (parent instanceof ArrayNode array) {
            array.set(at.last().getMatchingIndex(), replacement);
        } else {
            ((ObjectNode) parent).set(at.last().getMatchingProperty(), replacement);
        }
        return MAPPER.writeValueAsString(document);
    }

    static String without(String pointer) {
        JsonNode document = MAPPER.readTree(json());
        JsonPointer at = JsonPointer.compile(pointer);
        ((ObjectNode) document.at(at.head())).remove(at.last().getMatchingProperty());
        return MAPPER.writeValueAsString(document);
    }

    static Submission read(String json) throws InvalidAssessment {
        return reader().read(json.getBytes(StandardCharsets.UTF_8), NOW);
    }

    static InvalidAssessment refused(String json) {
        return refused(json.getBytes(StandardCharsets.UTF_8));
    }

    static InvalidAssessment refused(byte[] json) {
        try {
            reader().read(json, NOW);
        } catch (InvalidAssessment refused) {
            return refused;
        }
        throw new AssertionError("was read without a fault: " + new String(json, StandardCharsets.UTF_8));
    }

    static String text(String name) {
        try (InputStream resource = Example.class.getResourceAsStream("/assessment/" + name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
