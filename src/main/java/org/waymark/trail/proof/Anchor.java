package org.waymark.trail.proof;

import java.util.List;
import org.waymark.trail.log.KeyType;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.log.Verifier;

/**
 * What whoever verifies knows from elsewhere, and trusts.
 *
 * @param keys public keys of the log; none to take those in the file for what they are
 * @param witnesses public keys of agencies that must all have cosigned the newest checkpoint
 * @param checkpoints of the same log, seen before, that it must continue
 */
public record Anchor(List<Verifier> keys, List<Verifier> witnesses, List<SignedNote> checkpoints) {

    /** Nothing is known. */
    public static final Anchor NONE = new Anchor(List.of(), List.of(), List.of());

    /** @throws IllegalArgumentException if a key signs something else */
    public Anchor {
        require(keys, KeyType.NOTE, "is a witness's, not a log's");
        require(witnesses, KeyType.COSIGNATURE, "is a log's, not a witness's");
        keys = List.copyOf(keys);
        witnesses = List.copyOf(witnesses);
        checkpoints = List.copyOf(checkpoints);
    }

    private static void require(List<Verifier> keys, KeyType type, String otherwise) {
        keys.stream().filter(key -> key.type() != type).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException("the key `" + key.text() + "` " + otherwise);
        });
    }
}
