package org.waymark.trail.keys;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.waymark.assessment.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The key of one entry's content: AES-256-GCM, used once. Whoever has it can read that entry and no other.
 *
 * <p>AES-GCM does not commit to its key: with some effort one sealed text can be made that two keys open to two
 * different texts. An entry therefore also holds a {@linkplain #commitment commitment} to its one key.
 */
public final class ContentKey {

    private static final int BYTES = 32;

    /** More than any entry may hold, so that a small file cannot unfold into a huge one. */
    private static final int MOST_OPENED = 16 * 1024 * 1024;

    private static final byte[] USE = "waymark/2/content-key/".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private ContentKey(byte[] key) {
        this.key = key;
    }

    /** A new key. */
    public static ContentKey random() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new ContentKey(key);
    }

    /**
     * The key of these bytes.
     *
     * @throws IllegalArgumentException if they are not 32
     */
    public static ContentKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a content key has " + BYTES + " bytes, not " + bytes.length);
        }
        return new ContentKey(bytes.clone());
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return key.clone();
    }

    /** SHA-256 over the key and what it is for, in hexadecimal: fixes the key and does not give it away. */
    public String commitment() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(USE);
            return HexFormat.of().formatHex(digest.digest(key));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Texts by name, packed and encrypted.
     *
     * @param entry the entry they belong to; they can be opened as its content only
     */
    public byte[] seal(Map<String, String> texts, String entry) {
        try {
            return new AesGcmJce(key).encrypt(pack(Json.write(texts)), bound(entry));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /**
     * The texts again, in their order.
     *
     * @throws GeneralSecurityException if another key, for another entry, or anything but {@link #seal} made this
     */
    public Map<String, String> open(byte[] sealed, String entry) throws GeneralSecurityException {
        byte[] packed = new AesGcmJce(key).decrypt(sealed, bound(entry));
        try {
            return texts(Json.read(unpack(packed)));
        } catch (IOException | JacksonException e) {
            throw new GeneralSecurityException("what was sealed is no content of an entry", e);
        }
    }

    private static Map<String, String> texts(JsonNode content) {
        Map<String, String> texts = new LinkedHashMap<>();
        content.properties()
                .forEach(text -> texts.put(text.getKey(), text.getValue().asString()));
        return Collections.unmodifiableMap(texts);
    }

    private static byte[] bound(String entry) {
        return ("waymark/2/content/" + entry).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pack(String json) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static String unpack(byte[] packed) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] json = gzip.readNBytes(MOST_OPENED + 1);
            if (json.length > MOST_OPENED) {
                throw new IOException("content of more than " + MOST_OPENED + " bytes");
            }
            return new String(json, StandardCharsets.UTF_8);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentKey that && MessageDigest.isEqual(key, that.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    /** Never the key itself, which would end in a log. */
    @Override
    public String toString() {
        return "ContentKey[" + commitment() + "]";
    }
}
