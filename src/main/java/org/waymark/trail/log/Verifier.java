package org.waymark.trail.log;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;

/**
 * A public key with its name and what it signs: the verifier key of C2SP signed-note and golang.org/x/mod/sumdb/note.
 *
 * @param name the name of the key
 * @param type what it signs
 * @param publicKey the 32 bytes of the Ed25519 public key, in base64
 */
public record Verifier(String name, KeyType type, String publicKey) {

    /** @throws MalformedText if the name is no key name, or the key no Ed25519 public key */
    public Verifier {
        Texts.requireKeyName(name);
        Ed25519.publicKey(Texts.base64(publicKey));
    }

    static Verifier of(String name, KeyType type, PublicKey key) {
        return new Verifier(name, type, Base64.getEncoder().encodeToString(Ed25519.raw(key)));
    }

    /** @throws MalformedText if it is not {@code name+id+base64}, or the id is not that of the name and key */
    public static Verifier parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length < 3) {
            throw new MalformedText(Texts.quote(text) + " is not a verifier key; one is written `name+id+base64`");
        }
        byte[] key = Texts.base64(parts[2]);
        if (key.length == 0) {
            throw new MalformedText(Texts.quote(text) + " has no key in it");
        }
        String raw = Base64.getEncoder().encodeToString(Arrays.copyOfRange(key, 1, key.length));
        Verifier verifier = new Verifier(parts[0], KeyType.of(key[0]), raw);
        if (!verifier.keyId().equals(parts[1])) {
            throw new MalformedText(
                    "the key id " + Texts.quote(parts[1]) + " does not belong to this name and key, whose" + " id is `"
                            + verifier.keyId() + "`; check that the whole text was copied");
        }
        return verifier;
    }

    /** Eight lower-case hexadecimal digits that tell this key from others of the same name. */
    public String keyId() {
        return type.keyId(name, raw());
    }

    /** The text that {@link #parse} reads: {@code name+id+base64}. */
    public String text() {
        byte[] raw = raw();
        byte[] typed = new byte[1 + raw.length];
        typed[0] = type.identifier();
        System.arraycopy(raw, 0, typed, 1, raw.length);
        return name + "+" + keyId() + "+" + Base64.getEncoder().encodeToString(typed);
    }

    /** Whether the signature bears the name and the id of this key. It may still be forged. */
    public boolean named(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId().equals(keyId());
    }

    /** Whether this key made the signature (without key id) of the text of a note. */
    boolean verifies(String text, byte[] signature) {
        return switch (type) {
            case NOTE -> verifiesBytes(text.getBytes(StandardCharsets.UTF_8), signature);
            case COSIGNATURE -> Cosignature.verifies(this, text, signature);
        };
    }

    boolean verifiesBytes(byte[] message, byte[] signature) {
        return Ed25519.verify(Ed25519.publicKey(raw()), message, signature);
    }

    private byte[] raw() {
        return Base64.getDecoder().decode(publicKey);
    }
}
