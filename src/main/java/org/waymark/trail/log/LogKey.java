package org.waymark.trail.log;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** A private Ed25519 key that signs notes. It never shows itself but in {@link #secretText()}. */
public final class LogKey {

    private static final String PREFIX = "PRIVATE+KEY+";
    private static final String FORM = "a private key is written `PRIVATE+KEY+name+id+base64`";

    private final String name;
    private final byte[] seed;
    private final KeyPair pair;

    private LogKey(String name, byte[] seed) {
        Texts.requireKeyName(name);
        this.name = name;
        this.seed = seed.clone();
        this.pair = Ed25519.pair(seed);
    }

    /**
     * A new key.
     *
     * @throws MalformedText if it is no key name
     */
    public static LogKey generate(String name, SecureRandom random) {
        byte[] seed = new byte[Ed25519.KEY_BYTES];
        random.nextBytes(seed);
        return new LogKey(name, seed);
    }

    /**
     * A key from the text form of golang.org/x/mod/sumdb/note. No message shows any of the text.
     *
     * @throws MalformedText if it is not of that form, or the id is not that of the name and key
     */
    public static LogKey parse(String secretText) {
        String[] parts = secretText.startsWith(PREFIX)
                ? secretText.substring(PREFIX.length()).split("\\+", 3)
                : new String[0];
        if (parts.length < 3) {
            throw new MalformedText(FORM);
        }
        LogKey key = secret(parts[0], parts[2]);
        if (!key.verifier().keyId().equals(parts[1])) {
            throw new MalformedText(
                    "the id in the private key does not belong to its name and key; check that all of it was copied");
        }
        return key;
    }

    private static LogKey secret(String name, String base64) {
        try {
            byte[] typed = Texts.base64(base64);
            if (typed.length > 0 && typed[0] == KeyType.NOTE.identifier()) {
                return new LogKey(name, Arrays.copyOfRange(typed, 1, typed.length));
            }
        } catch (MalformedText e) {
            // Its message shows what it could not read, and that may be the key.
        }
        throw new MalformedText(FORM + ", with the base64 of the byte 0x01 and a seed of " + Ed25519.KEY_BYTES);
    }

    /** The text that {@link #parse} reads. Whoever has it can sign as this log. */
    public String secretText() {
        byte[] typed = new byte[1 + seed.length];
        typed[0] = KeyType.NOTE.identifier();
        System.arraycopy(seed, 0, typed, 1, seed.length);
        return PREFIX + name + "+" + verifier().keyId() + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /** The name of the key. */
    public String name() {
        return name;
    }

    /** What checks the notes that this key signs. */
    public Verifier verifier() {
        return Verifier.of(name, KeyType.NOTE, pair.getPublic());
    }

    /** What checks the checkpoints that this key cosigns, as a witness does. */
    public Verifier cosigner() {
        return Verifier.of(name, KeyType.COSIGNATURE, pair.getPublic());
    }

    /** The signature of the text of a note. */
    public NoteSignature sign(String text) {
        return NoteSignature.of(name, verifier().keyId(), signBytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    byte[] signBytes(byte[] message) {
        return Ed25519.sign(pair, message);
    }

    /** The public half only. */
    @Override
    public String toString() {
        return verifier().text();
    }
}
