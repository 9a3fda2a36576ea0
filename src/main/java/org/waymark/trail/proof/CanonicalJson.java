package org.waymark.trail.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;
import org.waymark.assessment.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * RFC 8785: one text only for each value. A line that is written in any other way is refused, so that no byte of a file
 * can change and the file still say the same.
 */
final class CanonicalJson {

    private static final int DEEPEST = 8;
    private static final int LONGEST_NUMBER = 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CanonicalJson() {}

    /** The canonical text of a value. */
    static String write(Object value) {
        try {
            return new JsonCanonicalizer(Json.write(value)).getEncodedString();
        } catch (IOException e) {
            throw new IllegalStateException("the value holds what JSON cannot", e);
        }
    }

    /**
     * The object that the bytes are the canonical text of.
     *
     * @throws NotAsWritten if they are that of nothing; the message says why
     */
    static ObjectNode read(byte[] line) throws NotAsWritten {
        String text = utf8(line);
        JsonNode read = parse(text);
        // Before it is canonicalised: that goes down into nested values without end.
        if (!(read instanceof ObjectNode object)) {
            throw new NotAsWritten("it is no JSON object");
        }
        if (!canonical(text).equals(text)) {
            throw new NotAsWritten(
                    "it is not in canonical form (RFC 8785: fields sorted, no spaces, each text and number"
                            + " in its one form): it was not written by the export, or was changed since");
        }
        return object;
    }

    private static String utf8(byte[] line) throws NotAsWritten {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new NotAsWritten("it is not UTF-8");
        }
    }

    private static JsonNode parse(String text) throws NotAsWritten {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            String why = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new NotAsWritten("it is not JSON: " + Shown.cut(why));
        }
    }

    private static String canonical(String text) throws NotAsWritten {
        try {
            return new JsonCanonicalizer(text).getEncodedString();
        } catch (IOException e) {
            throw new NotAsWritten("it is not JSON: " + Shown.cut(String.valueOf(e.getMessage())));
        }
    }

    /** Why some bytes are no line of an export. */
    static final class NotAsWritten extends Exception {

        private static final long serialVersionUID = 1L;

        NotAsWritten(String message) {
            super(message);
        }
    }
}
