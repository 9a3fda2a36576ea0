package org.waymark.trail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;

/** The stores that the trail's tests run against: the embedded one always, a real MongoDB where one is named. */
enum TrailStores {
    EMBEDDED {
        @Override
        Store open(Path folder) {
            return Store.open(StoreSettings.embedded(folder), Clock.systemUTC());
        }

        @Override
        void discard(Store store, Path folder) {
            store.close();
        }
    },
    MONGODB {
        @Override
        Store open(Path folder) throws Exception {
            return Store.open(StoreSettings.mongodb(uriOfOwnDatabase(folder), folder), Clock.systemUTC());
        }

        @Override
        void discard(Store store, Path folder) {
            store.database().drop();
            store.close();
        }
    };

    private static final Optional<String> URI = Optional.ofNullable(System.getenv("WAYMARK_TEST_MONGODB_URI"));

    abstract Store open(Path folder) throws Exception;

    abstract void discard(Store store, Path folder);

    static Stream<TrailStores> available() {
        return URI.isPresent() ? Stream.of(values()) : Stream.of(EMBEDDED);
    }

    /** One database a test folder, so that opening it again finds it again. */
    private static String uriOfOwnDatabase(Path folder) throws Exception {
        Path name = folder.resolve("database");
        if (!Files.exists(name)) {
            Files.writeString(name, "waymark-test-" + UUID.randomUUID());
        }
        String uri = URI.orElseThrow();
        int hosts = uri.indexOf("://") + 3;
        int options = uri.indexOf('?', hosts);
        int path = uri.indexOf('/', hosts);
        String before = uri.substring(0, path >= 0 ? path : options >= 0 ? options : uri.length());
        return before + "/" + Files.readString(name) + (options >= 0 ? uri.substring(options) : "");
    }
}
