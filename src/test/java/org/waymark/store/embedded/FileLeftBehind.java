package org.waymark.store.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.h2.mvstore.MVStore;

/** The file as a process left it that was killed, looked at from outside. */
public final class FileLeftBehind {

    private FileLeftBehind() {}

    /** How many records each map has whose name begins so. */
    public static Map<String, Long> sizes(Path file, String prefix) {
        MVStore store =
                new MVStore.Builder().fileName(file.toString()).readOnly().open();
        try {
            Map<String, Long> sizes = new TreeMap<>();
            store.getMapNames().stream()
                    .filter(name -> name.startsWith(prefix))
                    .forEach(name -> sizes.put(name, StoredType.map(store, name).sizeAsLong()));
            return sizes;
        } finally {
            store.closeImmediately();
        }
    }
}
