package org.waymark.trail.proof;

import java.util.Base64;
import java.util.Optional;

/** Bytes in base64 (RFC 4648 section 4, with padding), of which there is one way only to write them. */
final class Base64Text {

    private Base64Text() {}

    static String of(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The bytes; nothing where it is not the very text that {@link #of} gives. */
    static Optional<byte[]> read(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return of(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
