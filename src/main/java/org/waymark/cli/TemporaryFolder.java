package org.waymark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder beside the data, for its owner alone and on the same disk, that goes away again. */
final class TemporaryFolder implements AutoCloseable {

    private final Path path;

    TemporaryFolder(Path within) throws IOException {
        Files.createDirectories(within);
        this.path = Files.createTempDirectory(within, "unpacked");
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(path)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }
}
