package org.waymark.casework.draft;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.waymark.trail.keys.ContentKey;

/**
 * Encrypts drafts, each time with a new key, which the master key wraps. Both are bound to the draft's id and its owner,
 * so that nobody with the database alone can pass one person's draft to another.
 */
final class DraftSeal {

    private final Aead master;

    DraftSeal(Aead master) {
        this.master = master;
    }

    /** @param wrapped the key of the content, wrapped by the master key */
    record Sealed(byte[] wrapped, byte[] content) {}

    /** @param place names owner and draft */
    Sealed seal(Map<String, String> texts, String place) {
        ContentKey key = ContentKey.random();
        try {
            return new Sealed(master.encrypt(key.bytes(), bound(place)), key.seal(texts, entry(place)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master key does not wrap", e);
        }
    }

    /** The texts again. */
    Map<String, String> open(Sealed sealed, String place) {
        try {
            ContentKey key = ContentKey.of(master.decrypt(sealed.wrapped(), bound(place)));
            return key.open(sealed.content(), entry(place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master key does not open a draft; it was changed in the store", e);
        }
    }

    private static byte[] bound(String place) {
        return ("waymark/2/draft-key/" + place).getBytes(StandardCharsets.UTF_8);
    }

    private static String entry(String place) {
        return "draft/" + place;
    }
}
