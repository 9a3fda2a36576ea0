package org.waymark.trail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Json;

/**
 * An entry as it is proven: what its hash covers, and what a leaf of the log holds. Content about a young person is in
 * it encrypted, so that it can be erased and the proof stays.
 *
 * @param sequence its place among the entries about this person, from 1, without gaps
 * @param previous the {@linkplain #hash hash} of the entry before it about the same person; absent for the first
 * @param lane where the log finds it: the writer's lane and its number there
 */
public record SealedEntry(
        int format,
        Person person,
        long sequence,
        String kind,
        Submission submission,
        @Nullable String decisionId,
        String actor,
        Instant recordedAt,
        @Nullable String previous,
        String lane,
        Body body) {

    /** What an entry says, to whoever may read it. */
    public sealed interface Body {}

    /**
     * Encrypted content.
     *
     * @param content base64
     * @param commitment to the one key that opens it, see {@code ContentKey}
     */
    public record Encrypted(String content, String commitment) implements Body {}

    /** Content that is about nobody: texts by name, in their order. */
    public record Open(Map<String, String> texts) implements Body {

        /** Keeps the texts as they are. */
        public Open {
            texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        }
    }

    /** The form of entries that this version writes. */
    public static final int FORMAT = 2;

    /** Person and place: no two entries can have the same, so that a trail cannot fork. */
    public String id() {
        return Entry.id(person, sequence);
    }

    /** The fields that are proven, by name. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", format);
        fields.put("id", id());
        fields.put("person", person.pseudonym());
        fields.put("sequence", sequence);
        fields.put("kind", kind);
        fields.put("submission", submission.pseudonym());
        fields.put("decision", decisionId);
        fields.put("actor", actor);
        fields.put("recordedAt", recordedAt);
        fields.put("previous", previous);
        fields.put("lane", lane);
        if (body instanceof Encrypted encrypted) {
            fields.put("content", encrypted.content());
            fields.put("commitment", encrypted.commitment());
        } else if (body instanceof Open open) {
            fields.put("open", open.texts());
        }
        return fields;
    }

    /** RFC 8785 canonical JSON of the {@linkplain #fields fields}: the bytes that are hashed. */
    public byte[] bytes() {
        try {
            return new JsonCanonicalizer(Json.write(fields())).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalStateException("an entry holds what JSON cannot", e);
        }
    }

    /** SHA-256 of the {@linkplain #bytes bytes}, in hexadecimal. */
    public String hash() {
        return sha256(bytes());
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The same, as text. */
    public String json() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
