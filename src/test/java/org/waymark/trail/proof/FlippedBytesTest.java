package org.waymark.trail.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * No byte of a file can change unseen: there is one way only to write each line, and whatever it says is held against
 * something. The last line is made again after each change, by the log's own key.
 */
class FlippedBytesTest {

    private static Path folder;
    private static byte[] whole;
    private static byte[] capsule;

    @BeforeContainer
    static void record() throws Exception {
        folder = Files.createTempDirectory("flipped");
        RecordedLog log = RecordedLog.of(200, 50, folder);
        whole = log.whole().bytes();
        capsule = log.continuing().bytes();
        assertThat(Exported.detected(whole, RecordedLog.known())).isFalse();
        assertThat(Exported.detected(ended(whole.clone(), 0), RecordedLog.known()))
                .isFalse();
    }

    @AfterContainer
    static void discard() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 200)
    void aByteOfAWholeLog(
            @ForAll @IntRange(max = Integer.MAX_VALUE) int place, @ForAll @IntRange(min = 1, max = 255) int by) {
        assertDetected(whole, place, by);
    }

    @Property(tries = 1500)
    void aByteOfACapsule(
            @ForAll @IntRange(max = Integer.MAX_VALUE) int place, @ForAll @IntRange(min = 1, max = 255) int by) {
        assertDetected(capsule, place, by);
    }

    @Property(tries = 1000)
    void aByteMoreOrLess(@ForAll @IntRange(max = Integer.MAX_VALUE) int place, @ForAll byte more) throws IOException {
        int at = Math.floorMod(place * 31, capsule.length);
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.write(capsule, 0, at);
        longer.write(more);
        longer.write(capsule, at, capsule.length - at);
        ByteArrayOutputStream shorter = new ByteArrayOutputStream();
        shorter.write(capsule, 0, at);
        shorter.write(capsule, at + 1, capsule.length - at - 1);
        assertThat(Exported.detected(ended(longer.toByteArray(), at), RecordedLog.known()))
                .isTrue();
        assertThat(Exported.detected(ended(shorter.toByteArray(), at), RecordedLog.known()))
                .isTrue();
    }

    private static void assertDetected(byte[] file, int place, int by) {
        byte[] changed = file.clone();
        // jqwik likes small numbers: spread them over the file.
        int at = Math.floorMod(place * 7919, changed.length);
        changed[at] ^= (byte) by;
        assertThat(Exported.detected(ended(changed, at), RecordedLog.known()))
                .as("byte " + at + " changed by " + by)
                .isTrue();
    }

    /** With a last line over what stands before it now, unless it is the last line that was changed. */
    private static byte[] ended(byte[] file, int changed) {
        int body = file.length - 1;
        while (file[body - 1] != '\n') {
            body--;
        }
        if (changed >= body - 1) {
            return file;
        }
        byte[] before = Arrays.copyOf(file, body);
        long lines = 0;
        for (byte one : before) {
            lines += one == '\n' ? 1 : 0;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(before);
        all.writeBytes((Exported.end(before, lines, RecordedLog.KEY) + "\n").getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }
}
