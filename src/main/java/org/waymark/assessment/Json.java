package org.waymark.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Writes JSON as the contract has it: codes in kebab-case, instants and days in ISO 8601, fields in their order. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule("contract")
                    .addSerializer(Coded.class, as(Coded::code))
                    .addSerializer(Instant.class, as(Instant::toString))
                    .addSerializer(LocalDate.class, as(LocalDate::toString)))
            .build();

    private Json() {}

    private static <T> ValueSerializer<T> as(Function<T, String> text) {
        return new ValueSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator generator, SerializationContext context) {
                generator.writeString(text.apply(value));
            }
        };
    }

    /** The JSON text of a value, on one line. The same value gives the same text. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** The JSON text of an object with one more field at its end; the text before that stays to the letter. */
    public static String with(String object, String field, Object value) {
        if (!object.endsWith("}") || object.equals("{}")) {
            throw new IllegalArgumentException("not an object that was written here");
        }
        return object.substring(0, object.length() - 1) + "," + write(field) + ":" + write(value) + "}";
    }

    /** Reads a text that was written here. */
    public static JsonNode read(String json) {
        return MAPPER.readTree(json);
    }
}
