package org.waymark.trail.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.waymark.store.DurableFile;
import org.waymark.trail.TrailCannotStart;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.log.MalformedText;

/** Where the key comes from that signs checkpoints: a secret that is handed over, or a file. */
final class LogKeyFile {

    private static final int NAME_BYTES = 6;

    private LogKeyFile() {}

    /** @throws TrailCannotStart if the secret is no key; the message does not show it */
    static LogKey of(String secret) {
        try {
            return LogKey.parse(secret.strip());
        } catch (MalformedText e) {
            throw new TrailCannotStart("WAYMARK_LOG_KEY: " + e.getMessage(), null);
        }
    }

    /**
     * The key of a file, which is made where there is none.
     *
     * @param name the name of a log that is made, or empty for one at random; it stands in every checkpoint
     * @throws TrailCannotStart if it cannot be read or made
     */
    static LogKey in(Path file, String name) {
        try {
            if (!Files.exists(file)) {
                LogKey made = LogKey.generate(name.isBlank() ? anyName() : name.strip(), new SecureRandom());
                DurableFile.makeSecret(file, made.secretText() + "\n");
            }
        } catch (IOException e) {
            throw new TrailCannotStart(
                    "the key file of the log `" + file + "` cannot be made; name another with WAYMARK_LOG_KEY_FILE, or"
                            + " hand over the key itself as WAYMARK_LOG_KEY",
                    e);
        }
        return existing(file);
    }

    /**
     * The key of a file that is there.
     *
     * @throws TrailCannotStart if it cannot be read
     */
    static LogKey existing(Path file) {
        try {
            return LogKey.parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new TrailCannotStart("the key file of the log `" + file + "` cannot be read", e);
        } catch (MalformedText e) {
            throw new TrailCannotStart("the key file of the log `" + file + "`: " + e.getMessage(), null);
        }
    }

    private static String anyName() {
        byte[] bytes = new byte[NAME_BYTES];
        new SecureRandom().nextBytes(bytes);
        return "waymark-" + HexFormat.of().formatHex(bytes);
    }
}
