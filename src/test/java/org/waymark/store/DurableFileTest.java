package org.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {

    @TempDir
    private Path folder;

    @Test
    void ofSeveralThatMakeASecretAtOnceOneDoesAndAllFindTheSame() throws Exception {
        for (int round = 0; round < 50; round++) {
            Path file = folder.resolve("keys/" + round + ".key");
            List<String> found = IntStream.range(0, 8)
                    .parallel()
                    .mapToObj(maker -> made(file, "key " + maker))
                    .distinct()
                    .toList();
            assertThat(found).containsExactly(Files.readString(file));
        }
        try (Stream<Path> left = Files.list(folder.resolve("keys"))) {
            assertThat(left.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
        }
    }

    @Test
    void aSecretIsItsOwnersAlone() throws Exception {
        Path file = folder.resolve("a.key");
        assertThat(DurableFile.makeSecret(file, "key")).isTrue();
        assertThat(DurableFile.makeSecret(file, "another")).isFalse();
        assertThat(Files.readString(file)).isEqualTo("key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static String made(Path file, String text) {
        try {
            DurableFile.makeSecret(file, text);
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
