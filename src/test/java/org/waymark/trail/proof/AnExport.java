package org.waymark.trail.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.waymark.trail.log.LogKey;

/**
 * A file as it is handed over, with what somebody may know from elsewhere.
 *
 * @param file an export of a whole log
 * @param key the log's public key
 * @param witness that of an agency that cosigned it
 * @param checkpoint a file with an earlier checkpoint
 */
public record AnExport(Path file, String key, String witness, Path checkpoint) {

    /** Of a log that is recorded for it. */
    public static AnExport in(Path folder) throws Exception {
        RecordedLog log = RecordedLog.of(30, 10, folder);
        return new AnExport(
                Files.write(folder.resolve("log.ndjson"), log.whole().bytes()),
                RecordedLog.KEY.verifier().text(),
                RecordedLog.witness().text(),
                Files.writeString(folder.resolve("kept.txt"), log.checkpoint(10).print()));
    }

    /** The key of somebody else who calls their log by the same name. */
    public String otherKey() {
        return LogKey.generate(RecordedLog.KEY.name(), new SecureRandom())
                .verifier()
                .text();
    }
}
