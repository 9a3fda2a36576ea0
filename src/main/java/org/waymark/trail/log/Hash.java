package org.waymark.trail.log;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A SHA-256 hash. Two are equal where their bytes are.
 *
 * @param bytes its 32 bytes, copied in and out
 */
public record Hash(byte[] bytes) {

    /** Bytes in a hash: SHA-256, the one hash that C2SP tlog-tiles allows. */
    public static final int LENGTH = 32;

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{" + 2 * LENGTH + "}");

    /** @throws MalformedText if there are not 32 bytes */
    public Hash {
        if (bytes.length != LENGTH) {
            throw new MalformedText("a hash has " + LENGTH + " bytes, this one has " + bytes.length);
        }
        bytes = bytes.clone();
    }

    /** @throws MalformedText if it is not the base64 (RFC 4648, section 4, with padding) of 32 bytes */
    public static Hash fromBase64(String text) {
        return new Hash(Texts.base64(text));
    }

    /** @throws MalformedText if it is not 64 lower-case hexadecimal digits */
    public static Hash fromHex(String text) {
        if (!HEX.matcher(text).matches()) {
            throw new MalformedText(
                    Texts.quote(text) + " is not a hash of " + 2 * LENGTH + " lower-case hexadecimal digits");
        }
        return new Hash(HexFormat.of().parseHex(text));
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** In standard base64 with padding, as checkpoints and proofs write it. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** In 64 lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
