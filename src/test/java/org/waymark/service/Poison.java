package org.waymark.service;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** What a case system can send and nobody can record: one of every kind that the reader tells apart. */
enum Poison {
    NO_VALUE,
    NOTHING,
    NO_JSON,
    HALF_A_DOCUMENT,
    TWO_DOCUMENTS,
    NO_OBJECT,
    NO_UTF_8,
    UTF_16,
    TOO_DEEP,
    TOO_LARGE,
    TOO_MANY_OBSERVATIONS,
    UNKNOWN_FIELD,
    FIELD_TWICE,
    FIELD_MISSING,
    WRONG_TYPE,
    UNKNOWN_FACTOR,
    IN_THE_FUTURE,
    /** The id of an assessment that is recorded, with other content. */
    CONFLICT;

    private static final int BEYOND_THE_LIMIT = 1_200_000;

    /** What is sent in the place of that case. */
    byte @Nullable [] of(Case one) {
        return switch (this) {
            case NO_VALUE -> null;
            case NOTHING -> new byte[0];
            case NO_JSON -> bytes("an assessment");
            case HALF_A_DOCUMENT -> bytes(one.json().substring(0, one.json().length() / 2));
            case TWO_DOCUMENTS -> bytes(one.json() + one.json());
            case NO_OBJECT -> bytes("[" + one.json() + "]");
            case NO_UTF_8 -> withByte(one, (byte) 0xff);
            case UTF_16 -> one.json().getBytes(StandardCharsets.UTF_16);
            case TOO_DEEP -> bytes("{\"a\":" + "[".repeat(50_000));
            case TOO_LARGE -> bytes(one.json() + " ".repeat(BEYOND_THE_LIMIT));
            case TOO_MANY_OBSERVATIONS ->
                bytes(one.json()
                        .replaceFirst(
                                "(?s)\"observations\": \\[.*]",
                                "\"observations\": ["
                                        + String.join(
                                                ",",
                                                Collections.nCopies(
                                                        501, "{\"factor\": \"going-missing\", \"answer\": \"no\"}"))
                                        + "]"));
            case UNKNOWN_FIELD -> replaced(one, "\"referredBy\"", "\"refferedBy\"");
            case FIELD_TWICE -> replaced(one, "{\"assessmentId\"", "{\"referredBy\": \"police\", \"assessmentId\"");
            case FIELD_MISSING -> replaced(one, "\"assessedAt\": \"" + one.assessedAt() + "\",", "");
            case WRONG_TYPE -> replaced(one, "\"ageYears\": 14", "\"ageYears\": \"fourteen\"");
            case UNKNOWN_FACTOR -> replaced(one, "going-missing", "gone-missing");
            case IN_THE_FUTURE -> replaced(one, one.assessedAt(), "2199-01-01T00:00:00Z");
            case CONFLICT -> replaced(one, "2025-03-02", "2025-03-03");
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] replaced(Case one, String found, String by) {
        String json = one.json();
        if (!json.contains(found)) {
            throw new IllegalArgumentException("there is no `" + found + "` in " + json);
        }
        return bytes(json.replace(found, by));
    }

    private static byte[] withByte(Case one, byte wrong) {
        byte[] body = one.body();
        return ByteBuffer.allocate(body.length + 1)
                .put(body, 0, 20)
                .put(wrong)
                .put(body, 20, body.length - 20)
                .array();
    }
}
