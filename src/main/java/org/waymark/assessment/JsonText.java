package org.waymark.assessment;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.InvalidAssessment.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * From bytes to a tree, by the letter of RFC 8259: UTF-8 only, no field twice, nothing after the end, and small
 * enough that reading costs little whoever sent it.
 */
final class JsonText {

    static final int MOST_BYTES = 1024 * 1024;

    static final int DEEPEST = 20;

    /** Longer than any number with a meaning here; a number of a million digits takes minutes to read. */
    static final int LONGEST_NUMBER = 40;

    static final int LONGEST_NAME = 200;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(LONGEST_NAME)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonText() {}

    /**
     * The text of these bytes.
     *
     * @throws InvalidAssessment where there are too many of them, or they are not UTF-8
     */
    static String decode(byte[] json) throws InvalidAssessment {
        if (json.length > MOST_BYTES) {
            throw refused(Kind.TOO_LARGE, "has " + json.length + " bytes, allowed are " + MOST_BYTES + " at most");
        }
        CharBuffer text = CharBuffer.allocate(json.length);
        ByteBuffer bytes = ByteBuffer.wrap(json);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true);
        String decoded = text.flip().toString();
        if (result.isError()) {
            throw malformed(lineOf(decoded), columnOf(decoded), "is not UTF-8: save the document in that encoding");
        }
        if (decoded.startsWith("\uFEFF")) {
            throw malformed(1, 1, "begins with a byte order mark: save the document as UTF-8 without one");
        }
        return decoded;
    }

    /**
     * The tree that the text writes down.
     *
     * @throws InvalidAssessment where it is not JSON
     */
    static JsonNode parse(String json) throws InvalidAssessment {
        if (json.isBlank()) {
            throw malformed(1, 1, "the document is empty, expected a JSON object");
        }
        try (JsonParser parser = MAPPER.createParser(json)) {
            try {
                return MAPPER.readTree(parser);
            } catch (JacksonException wrong) {
                TokenStreamLocation at = located(wrong.getLocation(), parser);
                throw malformed(at.getLineNr(), at.getColumnNr(), JsonSlip.inPlainWords(wrong.getOriginalMessage()));
            } catch (NumberFormatException tooGreat) {
                // An exponent beyond all bounds is the one fault that the parser lets through as it comes.
                TokenStreamLocation at = parser.currentLocation();
                throw malformed(at.getLineNr(), at.getColumnNr(), "the number is beyond all bounds");
            }
        }
    }

    private static TokenStreamLocation located(@Nullable TokenStreamLocation at, JsonParser parser) {
        return at == null || at.getLineNr() < 1 ? parser.currentLocation() : at;
    }

    private static int lineOf(String before) {
        return 1 + (int) before.chars().filter(character -> character == '\n').count();
    }

    private static int columnOf(String before) {
        return before.length() - before.lastIndexOf('\n');
    }

    private static InvalidAssessment malformed(int line, int column, String message) {
        return refused(Kind.MALFORMED, "line " + line + ", column " + column + ": " + message);
    }

    private static InvalidAssessment refused(Kind kind, String message) {
        return new InvalidAssessment(kind, List.of(new Fault("", message)));
    }
}
