package org.waymark.trail.keys;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** The key that wraps the content keys of the entries about one young person. */
public final class PersonKey {

    static final int BYTES = 32;

    private final String id;
    private final byte[] key;

    PersonKey(String id, byte[] key) {
        this.id = id;
        this.key = key.clone();
    }

    /** Names this key; says nothing of the person that the pseudonym in it does not. */
    public String id() {
        return id;
    }

    /** A content key, to be kept beside its entry. */
    public byte[] wrap(ContentKey content, String entry) {
        try {
            return new AesGcmJce(key).encrypt(content.bytes(), bound(entry));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /**
     * A content key that this key wrapped for that entry.
     *
     * @throws GeneralSecurityException if it did not
     */
    public ContentKey unwrap(byte[] wrapped, String entry) throws GeneralSecurityException {
        return ContentKey.of(new AesGcmJce(key).decrypt(wrapped, bound(entry)));
    }

    private static byte[] bound(String entry) {
        return ("waymark/2/wrapped/" + entry).getBytes(StandardCharsets.UTF_8);
    }
}
