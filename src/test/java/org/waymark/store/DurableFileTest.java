package org.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.child.ChildJava;

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

    @Test
    void ofSeveralProcessesThatMakeASecretAtOnceOneDoesAndAllFindTheSame() throws Exception {
        List<Process> makers = new ArrayList<>();
        for (int maker = 0; maker < 3; maker++) {
            makers.add(ChildJava.of(MakingProcess.class, folder, maker)
                    .redirectErrorStream(true)
                    .start());
        }
        List<String> found = new ArrayList<>();
        for (Process maker : makers) {
            found.add(new String(maker.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertThat(maker.waitFor()).as(found.toString()).isZero();
        }
        assertThat(found.get(0).lines()).hasSize(MakingProcess.FILES);
        assertThat(found).allSatisfy(one -> assertThat(one).isEqualTo(found.get(0)));
        assertThat(found.get(0).lines().distinct())
                .as("more than one of them was first, at some file")
                .hasSizeGreaterThan(1);
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
