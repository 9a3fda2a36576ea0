package org.waymark.assessment;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON of any shape, made of words that an assessment knows often enough to get far into the reader. */
final class AnyJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String[] WORDS = {
        "assessmentId",
        "sourceSystem",
        "receivedAt",
        "assessedAt",
        "referredBy",
        "youngPerson",
        "observations",
        "amends",
        "context",
        "monitoring",
        "reference",
        "area",
        "dateOfBirth",
        "ageYears",
        "previousReferences",
        "factor",
        "answer",
        "dates",
        "times",
        "withinDays",
        "on",
        "since",
        "value",
        "offenceStatus",
        "basis",
        "source",
        "note",
        "reason",
        "consulted",
        "agency",
        "household",
        "sex",
        "yes",
        "no",
        "unknown",
        "police",
        "robbery",
        "going-missing",
        "longest-missing-episode",
        "gang-association",
        "2026-03-11",
        "2026-02-30",
        "2026-03-11T10:30:00Z",
        "0000-00-00",
        "+999999999-12-31T23:59:59Z",
        "",
        " ",
        "\u0000",
        "\ud800",
        "\ufeff",
        "~",
        "/",
        "`"
    };

    private static final String[] NUMBERS = {
        "0",
        "-0",
        "-1",
        "1",
        "13",
        "1000",
        "1e3",
        "1e999",
        "1e-999",
        "-1e999999999",
        "0.001",
        "0.0001",
        "99999999999999999999"
    };

    private AnyJson() {}

    static Arbitrary<JsonNode> values() {
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(
                texts().map(text -> MAPPER.getNodeFactory().stringNode(text)),
                Arbitraries.of(NUMBERS).map(MAPPER::readTree),
                Arbitraries.of("true", "false", "null", "[]", "{}").map(MAPPER::readTree));
        Arbitrary<JsonNode> shallow = Arbitraries.oneOf(leaves, arrays(leaves), objects(leaves));
        return Arbitraries.oneOf(leaves, arrays(shallow), objects(shallow), objects(objects(shallow)));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(WORDS),
                Arbitraries.of(WORDS),
                Arbitraries.strings().ofMaxLength(12));
    }

    private static Arbitrary<JsonNode> arrays(Arbitrary<JsonNode> items) {
        return items.list().ofMaxSize(4).map(list -> {
            ArrayNode array = MAPPER.createArrayNode();
            list.forEach(array::add);
            return array;
        });
    }

    private static Arbitrary<JsonNode> objects(Arbitrary<JsonNode> values) {
        return Combinators.combine(texts().list().ofSize(4), values.list().ofMaxSize(4))
                .as(AnyJson::object);
    }

    private static JsonNode object(List<String> names, List<JsonNode> values) {
        ObjectNode object = MAPPER.createObjectNode();
        for (int i = 0; i < values.size(); i++) {
            object.set(names.get(i), values.get(i));
        }
        return object;
    }
}
