package org.waymark.trail.log;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) with the 32 raw bytes that C2SP writes, by means of what Java has. */
final class Ed25519 {

    /** Bytes of a seed, and of a public key: RFC 8032 section 5.1.5. */
    static final int KEY_BYTES = 32;

    /** Bytes of a signature: RFC 8032 section 5.1.6. */
    static final int SIGNATURE_BYTES = 64;

    private static final String NAME = "Ed25519";

    /** What stands before the raw key in a SubjectPublicKeyInfo: RFC 8410 section 4. */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    /** @throws MalformedText if there are not 32 bytes, or they are no point of the curve */
    static PublicKey publicKey(byte[] raw) {
        if (raw.length != KEY_BYTES) {
            throw new MalformedText("an Ed25519 public key has " + KEY_BYTES + " bytes, this one has " + raw.length);
        }
        byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_BYTES);
        System.arraycopy(raw, 0, encoded, X509_PREFIX.length, KEY_BYTES);
        try {
            PublicKey key = KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
            // Java finds out whether it is a point only once it is asked to verify.
            verifier(key);
            return key;
        } catch (InvalidKeyException e) {
            throw new MalformedText("the 32 bytes are not an Ed25519 public key: they are no point of the curve");
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        }
    }

    /** The 32 raw bytes of a public key: the end of its X.509 form. */
    static byte[] raw(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    }

    /**
     * The key pair of a seed. Java derives a public key only for a pair that it makes itself, so it is made to make this
     * one: its one draw of random bytes is the seed. That it did take the seed is checked.
     *
     * @throws MalformedText if there are not 32 bytes
     */
    static KeyPair pair(byte[] seed) {
        if (seed.length != KEY_BYTES) {
            throw new MalformedText("an Ed25519 seed has " + KEY_BYTES + " bytes, this one has " + seed.length);
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(NAME);
            generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
            KeyPair pair = generator.generateKeyPair();
            boolean taken = pair.getPrivate() instanceof EdECPrivateKey key
                    && key.getBytes().map(bytes -> Arrays.equals(bytes, seed)).orElse(false);
            if (!taken) {
                throw new IllegalStateException("this Java makes no Ed25519 key pair from a given seed");
            }
            return pair;
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        }
    }

    static byte[] sign(KeyPair pair, byte[] message) {
        try {
            Signature signing = Signature.getInstance(NAME);
            signing.initSign(pair.getPrivate());
            signing.update(message);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        }
    }

    /** Whether the signature is one of this message; one of the wrong length or out of range is not. */
    static boolean verify(PublicKey key, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            // Java 17 overlooks bytes after the 64, and a signature has one form only.
            return false;
        }
        try {
            Signature verifying = verifier(key);
            verifying.update(message);
            return verifying.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        }
    }

    private static Signature verifier(PublicKey key) throws GeneralSecurityException {
        Signature verifying = Signature.getInstance(NAME);
        verifying.initVerify(key);
        return verifying;
    }

    private static IllegalStateException unsupported(GeneralSecurityException e) {
        return new IllegalStateException("every Java from 15 has Ed25519", e);
    }

    /** A source of bytes that gives one seed. */
    private static final class Fixed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Fixed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, Math.min(seed.length, bytes.length));
        }
    }
}
