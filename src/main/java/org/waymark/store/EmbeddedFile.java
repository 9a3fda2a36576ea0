package org.waymark.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.waymark.store.embedded.StoredFile;
import org.waymark.store.embedded.StoredFile.OtherForm;

/** Opens the one file of the embedded store, {@code store.mv} in the data folder. */
final class EmbeddedFile {

    static final String NAME = "store.mv";

    /** A damaged file can make the opening hang; a large one opens in seconds. */
    private static final long PATIENCE_SECONDS = 120;

    private EmbeddedFile() {}

    static MVStore open(Path dataDir) {
        makeFolder(dataDir);
        FutureTask<MVStore> opening =
                new FutureTask<>(() -> StoredFile.open(dataDir.resolve(NAME).toString()));
        Thread opener = new Thread(opening, "waymark-store-open");
        opener.setDaemon(true);
        opener.start();
        try {
            return opening.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw explain(dataDir, Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            throw unreadable(dataDir, "it did not open within " + PATIENCE_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreadable(dataDir, "interrupted", e);
        }
    }

    /** The file holds what is known about children: a folder made here is its owner's alone. */
    private static void makeFolder(Path dataDir) {
        try {
            if (Files.isDirectory(dataDir)) {
                return;
            }
            Files.createDirectories(dataDir);
            if (Files.getFileStore(dataDir).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(dataDir, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new StoreCannotStart(
                    "the data folder `" + dataDir + "` cannot be made; give another with WAYMARK_DATA_DIR", e);
        }
    }

    private static StoreCannotStart explain(Path dataDir, Throwable cause) {
        if (cause instanceof MVStoreException e && e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
            return new StoreCannotStart(
                    "the data folder `" + dataDir + "` is in use by another Waymark; stop that one, or give this one"
                            + " a folder of its own with WAYMARK_DATA_DIR",
                    cause);
        }
        if (cause instanceof OtherForm) {
            return new StoreCannotStart(
                    "the store's file `" + dataDir.resolve(NAME) + "` cannot be read: " + cause.getMessage()
                            + "; go back to the version that wrote it, or give an empty folder with WAYMARK_DATA_DIR",
                    cause);
        }
        return unreadable(dataDir, String.valueOf(cause.getMessage()), cause);
    }

    private static StoreCannotStart unreadable(Path dataDir, String why, Throwable cause) {
        return new StoreCannotStart(
                "the store's file `" + dataDir.resolve(NAME) + "` cannot be opened (" + why
                        + "); put back a copy of it, or move it away to start with an empty store",
                cause);
    }
}
