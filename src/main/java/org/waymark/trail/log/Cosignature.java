package org.waymark.trail.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A witness's statement that it saw a checkpoint, and when: C2SP tlog-cosignature, {@code cosignature/v1}. The time is
 * only as good as the signature: {@link SignedNote#check} it with the witness's {@link Verifier}.
 *
 * @param time when it was signed, in seconds since 1970 (POSIX)
 * @param signature the signature line: the time in eight bytes, then 64 of Ed25519
 */
public record Cosignature(long time, NoteSignature signature) {

    private static final int BYTES = Long.BYTES + Ed25519.SIGNATURE_BYTES;

    /** @throws MalformedText if the signature has not the length of a cosignature, or bears another time */
    public Cosignature {
        if (time != time(signature.signature())) {
            throw new MalformedText("the cosignature does not bear the time `" + time + "`");
        }
    }

    /** @throws MalformedText if the signature has not the length of a cosignature, or no time before 2<sup>63</sup> */
    public static Cosignature of(NoteSignature signature) {
        return new Cosignature(time(signature.signature()), signature);
    }

    /**
     * Cosigns a checkpoint.
     *
     * @param key the witness's key
     * @param checkpoint what is cosigned, with its extension lines
     * @param time in seconds since 1970
     * @throws MalformedText if the time is before 1970
     */
    public static Cosignature sign(LogKey key, Checkpoint checkpoint, long time) {
        byte[] signed = key.signBytes(message(time, checkpoint.text()));
        byte[] stamped = ByteBuffer.allocate(BYTES).putLong(time).put(signed).array();
        return of(NoteSignature.of(key.name(), key.cosigner().keyId(), stamped));
    }

    /** Whether the cosigner made this signature (time and Ed25519) of the text of a checkpoint. */
    static boolean verifies(Verifier cosigner, String text, byte[] stamped) {
        if (stamped.length != BYTES || ByteBuffer.wrap(stamped).getLong() < 0) {
            return false;
        }
        ByteBuffer bytes = ByteBuffer.wrap(stamped);
        byte[] message = message(bytes.getLong(), text);
        byte[] signature = new byte[Ed25519.SIGNATURE_BYTES];
        bytes.get(signature);
        return cosigner.verifiesBytes(message, signature);
    }

    private static long time(byte[] stamped) {
        if (stamped.length != BYTES) {
            throw new MalformedText("a cosignature has " + BYTES + " bytes, this one has " + stamped.length);
        }
        long time = ByteBuffer.wrap(stamped).getLong();
        if (time < 0) {
            throw new MalformedText("the time of a cosignature is from 0 to 2^63-1 seconds");
        }
        return time;
    }

    private static byte[] message(long time, String text) {
        return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }
}
