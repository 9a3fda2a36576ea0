package org.waymark.trail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.waymark.store.DurableFile;

/**
 * The file of the pseudonym key: 32 random bytes in base64, for its owner's eyes only.
 *
 * @param path where it is, or is to be
 */
record KeyFile(Path path) {

    private static final int KEY_BYTES = 32;

    boolean exists() {
        return Files.exists(path);
    }

    /** @throws TrailCannotStart if it cannot be read, or holds no key */
    byte[] read() {
        try {
            byte[] key = Base64.getDecoder().decode(Files.readString(path).strip());
            if (key.length == KEY_BYTES) {
                return key;
            }
            throw new TrailCannotStart(
                    "the pseudonym key file `" + path + "` holds " + key.length + " bytes, a key has " + KEY_BYTES,
                    null);
        } catch (IOException e) {
            throw new TrailCannotStart("the pseudonym key file `" + path + "` cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new TrailCannotStart("the pseudonym key file `" + path + "` is not base64", null);
        }
    }

    /**
     * Makes a new key.
     *
     * @throws TrailCannotStart if it cannot be written
     */
    void create() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            DurableFile.makeSecret(path, Base64.getEncoder().encodeToString(key) + "\n");
        } catch (IOException e) {
            throw new TrailCannotStart(
                    "the pseudonym key file `" + path + "` cannot be made; name another with"
                            + " WAYMARK_PSEUDONYM_KEY_FILE",
                    e);
        }
    }
}
