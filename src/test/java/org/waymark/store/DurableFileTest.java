package org.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DurableFileTest {

    @TempDir
    private Path folder;

    static Stream<DurableFile> disks() {
        DurableFile.Links none = (name, file) -> {
            throw new UnsupportedOperationException("this disk knows no links");
        };
        return Stream.of(new DurableFile(step -> {}), new DurableFile(step -> {}, none));
    }

    @ParameterizedTest
    @MethodSource("disks")
    void ofSeveralThatMakeASecretAtOnceOneDoesAndAllFindTheSame(DurableFile disk) throws Exception {
        for (int round = 0; round < 50; round++) {
            Path file = folder.resolve("keys/" + round + ".key");
            List<String> found = IntStream.range(0, 8)
                    .parallel()
                    .mapToObj(maker -> made(disk, file, "key " + maker))
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

    @Test
    void aDiskWithoutLinksThatCannotRenameSaysWhyBothFailed() throws Exception {
        DurableFile disk = new DurableFile(step -> {}, (name, file) -> {
            Files.delete(file);
            throw new FileSystemException(name.toString(), file.toString(), "no links here");
        });
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> disk.putSecret(folder.resolve("a.key"), "key"))
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .satisfies(first -> assertThat(first).hasMessageContaining("no links here")));
    }

    private static String made(DurableFile disk, Path file, String text) {
        try {
            disk.putSecret(file, text);
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
