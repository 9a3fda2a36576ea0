package org.waymark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.store.Store;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.log.MalformedText;
import org.waymark.trail.log.Verifier;
import org.waymark.trail.sealing.LogComparison;
import org.waymark.trail.sealing.LogComparison.Different;
import org.waymark.trail.sealing.LogComparison.Finding;
import org.waymark.trail.sealing.LogComparison.Older;
import org.waymark.trail.sealing.LogComparison.Whole;
import picocli.CommandLine.Option;

/** Where the store of this machine is, and what it must answer to: by the settings of the service. */
final class StorePlace {

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "${env:WAYMARK_DATA_DIR:-data}",
            description = "the data folder of the service (WAYMARK_DATA_DIR, else ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path dataDir;

    @Option(
            names = "--checkpoint-folder",
            paramLabel = "DIR",
            defaultValue = "${env:WAYMARK_LOG_CHECKPOINT_FOLDER}",
            description = "where checkpoints are kept outside the database (WAYMARK_LOG_CHECKPOINT_FOLDER, else"
                    + " checkpoints in the data folder)")
    private @Nullable Path checkpointFolder;

    @Option(
            names = "--key",
            paramLabel = "VERIFIERKEY",
            description = "a public key that signed the log; else that of the key file (WAYMARK_LOG_KEY_FILE, else"
                    + " keys/log.key in the data folder); repeat it for those before a change of key")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            defaultValue = "${env:WAYMARK_LOG_KEY_FILE}",
            hidden = true,
            description = "the key file of the log")
    private @Nullable Path keyFile;

    Path dataDir() {
        return dataDir;
    }

    /** The connection string of the service's MongoDB, from its environment or the file named there. */
    static Optional<String> mongodb() {
        String file = System.getenv("WAYMARK_MONGODB_URI_FILE");
        String named = file == null || file.isBlank() ? System.getenv("WAYMARK_MONGODB_URI") : text(Path.of(file));
        return Optional.ofNullable(named).map(String::strip).filter(uri -> !uri.isEmpty());
    }

    /** Holds what a store has recorded against what was signed. */
    Finding compare(Store store) {
        Path folder = checkpointFolder == null ? dataDir.resolve("checkpoints") : checkpointFolder;
        return new LogComparison(store.database(), folder, signers()).compare();
    }

    /** @throws UsersFault where no key of the log is at hand */
    List<Verifier> signers() {
        try {
            if (!keys.isEmpty()) {
                return keys.stream().map(Verifier::parse).toList();
            }
            String secret = System.getenv("WAYMARK_LOG_KEY");
            Path file = keyFile == null ? dataDir.resolve("keys").resolve("log.key") : keyFile;
            return List.of(LogKey.parse((secret == null || secret.isBlank() ? text(file) : secret).strip())
                    .verifier());
        } catch (MalformedText e) {
            throw new UsersFault("the key of the log: " + e.getMessage());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UsersFault(
                    "the file `" + file + "` cannot be read; put the keys back first, which no backup holds,"
                            + " or give the public key of the log with --key");
        }
    }

    /** What was found, in a sentence. */
    static String told(Finding finding) {
        if (finding instanceof Older older) {
            return "OLDER than checkpoint " + older.signed() + " of " + older.keptAt() + ": " + older.missing()
                    + (older.missing() == 1 ? " entry is" : " entries are") + " missing of " + older.signed();
        } else if (finding instanceof Different different) {
            return "NOT what was signed: " + different.what();
        }
        Whole whole = (Whole) finding;
        return isShown(whole)
                ? "verified: " + whole.size() + " entries, unchanged, by " + whole.outside()
                        + " checkpoints outside the database"
                : "unchanged in itself, " + whole.size() + " entries; no checkpoint outside the database says whether"
                        + " it is the newest state" + ofOthers(whole);
    }

    private static String ofOthers(Whole whole) {
        return whole.ofOthers() == 0
                ? ""
                : " (" + whole.ofOthers() + " there are not signed by the key at hand: was it changed since? Name each"
                        + " key that signed the log with --key)";
    }

    /** Whether it is shown to be the newest state there was. */
    static boolean isShown(Finding finding) {
        return finding instanceof Whole whole && (whole.outside() > 0 || whole.size() == 0);
    }
}
