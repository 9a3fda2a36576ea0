package org.waymark.cli.load;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.waymark.assessment.Json;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.problem.ProblemKind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of the report on rejected lines, and back: {@code {"line":…,"problem":…,"assessment":…}}. A line that is no
 * JSON stands there as {@code "text"}, one that is no text as {@code "base64"}.
 */
final class RejectedLine {

    private static final String LINE = "line";
    private static final String PROBLEM = "problem";
    private static final String ASSESSMENT = "assessment";
    private static final String TEXT = "text";
    private static final String BASE64 = "base64";

    /** What stands twice, or what is no number, must not be mended on its way through. */
    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RejectedLine() {}

    /** The line of the report. */
    static String written(long number, Problem why, byte[] line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(LINE, number);
        String before = Json.write(fields);
        String text = text(line).orElse(null);
        String original = text == null
                ? Json.write(BASE64) + ":" + Json.write(Base64.getEncoder().encodeToString(line))
                : parsed(text).filter(JsonNode::isObject).isPresent()
                        ? Json.write(ASSESSMENT) + ":" + text.strip()
                        : Json.write(TEXT) + ":" + Json.write(text);
        return before.substring(0, before.length() - 1)
                + "," + Json.write(PROBLEM) + ":" + why.json()
                + (why.kind() == ProblemKind.TOO_LARGE && line.length == 0 ? "" : "," + original) + "}";
    }

    /** What the line was before it was rejected; a line that is none of a report comes back as it is. */
    static byte[] unwrapped(byte[] line) {
        JsonNode rejected = text(line).flatMap(RejectedLine::parsed).orElse(null);
        if (rejected == null
                || !rejected.path(LINE).isNumber()
                || !rejected.path(PROBLEM).isObject()) {
            return line;
        } else if (rejected.path(ASSESSMENT).isObject()) {
            return bytes(STRICT.writeValueAsString(rejected.path(ASSESSMENT)));
        } else if (rejected.path(TEXT).isString()) {
            return bytes(rejected.path(TEXT).asString());
        } else if (rejected.path(BASE64).isString()) {
            return decoded(rejected.path(BASE64).asString(), line);
        }
        return line;
    }

    private static byte[] decoded(String base64, byte[] line) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException changed) {
            return line;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> text(byte[] line) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString());
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> parsed(String text) {
        try {
            return Optional.of(STRICT.readTree(text));
        } catch (JacksonException | NumberFormatException noJson) {
            return Optional.empty();
        }
    }
}
