package org.waymark.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the store is.
 *
 * @param mongodbUri the connection string of a real MongoDB; empty for the embedded default
 * @param dataDir the folder of the embedded store's file, made if it is not there
 */
public record StoreSettings(Optional<String> mongodbUri, Path dataDir) {

    /** The embedded store, its file in the given folder. */
    public static StoreSettings embedded(Path dataDir) {
        return new StoreSettings(Optional.empty(), dataDir);
    }

    /** A real MongoDB; the folder is for what else is written. */
    public static StoreSettings mongodb(String uri, Path dataDir) {
        return new StoreSettings(Optional.of(uri), dataDir);
    }

    /** The connection string can hold a password, so it is not shown. */
    @Override
    public String toString() {
        return mongodbUri.isPresent() ? "a MongoDB" : "the embedded store in `" + dataDir + "`";
    }
}
