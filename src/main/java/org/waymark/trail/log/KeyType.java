package org.waymark.trail.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** What a key signs, and how: the signature types of C2SP signed-note that are used here. */
public enum KeyType {
    /** An Ed25519 signature of the text of a note: C2SP signed-note. */
    NOTE(0x01),
    /** An Ed25519 signature of a checkpoint with the time of signing: C2SP tlog-cosignature, {@code cosignature/v1}. */
    COSIGNATURE(0x04);

    private final byte identifier;

    KeyType(int identifier) {
        this.identifier = (byte) identifier;
    }

    byte identifier() {
        return identifier;
    }

    /** @throws MalformedText if it is none of those used here */
    static KeyType of(byte identifier) {
        return Arrays.stream(values())
                .filter(type -> type.identifier == identifier)
                .findFirst()
                .orElseThrow(() -> new MalformedText(
                        "signature type `0x%02x` is not known; allowed are `0x01` (Ed25519) and `0x04` (cosignature/v1)"
                                .formatted(identifier)));
    }

    /** The first eight hexadecimal digits of SHA-256(name || 0x0A || type || public key): C2SP signed-note. */
    String keyId(String name, byte[] publicKey) {
        MessageDigest digest = MerkleHashing.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(identifier);
        return new Hash(digest.digest(publicKey)).hex().substring(0, NoteSignature.KEY_ID_DIGITS);
    }
}
