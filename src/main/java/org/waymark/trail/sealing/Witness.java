package org.waymark.trail.sealing;

import java.net.URI;
import org.waymark.trail.log.KeyType;
import org.waymark.trail.log.Verifier;

/**
 * A partner agency that looks at each checkpoint, and signs it where it continues the one that it saw before.
 *
 * @param url where it is reached; {@code add-checkpoint} is asked below it
 * @param verifier its public key
 */
record Witness(URI url, Verifier verifier) {

    /** @throws IllegalArgumentException if the key is not one for cosignatures */
    Witness {
        if (verifier.type() != KeyType.COSIGNATURE) {
            throw new IllegalArgumentException(
                    "the key of the witness `" + verifier.name() + "` is not for cosignatures");
        }
    }

    /**
     * Reads a witness as it is configured: its address, a space, and its verifier key.
     *
     * @throws IllegalArgumentException if it is anything else; the message says what
     */
    static Witness parse(String text) {
        String[] words = text.strip().split("\\s+");
        if (words.length != 2) {
            throw new IllegalArgumentException("`" + text
                    + "` in WAYMARK_LOG_WITNESSES is no witness; one is written `https://address name+id+key`");
        }
        String address = words[0].endsWith("/") ? words[0] : words[0] + "/";
        return new Witness(URI.create(address), Verifier.parse(words[1]));
    }
}
