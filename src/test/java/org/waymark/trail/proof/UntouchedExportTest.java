package org.waymark.trail.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody touched has no fault, whatever it is held to. */
class UntouchedExportTest {

    @TempDir
    static Path folder;

    private static RecordedLog log;

    @BeforeAll
    static void record() throws Exception {
        log = RecordedLog.of(120, 25, folder);
    }

    @Test
    void theWholeLogIsVerified() {
        Report report = log.whole().verified(RecordedLog.known());
        assertThat(report.faults()).isEmpty();
        assertThat(report.verified()).isTrue();
        assertThat(report.scope()).isEqualTo("log");
        assertThat(report.counts().entries()).isEqualTo(120);
        assertThat(report.counts().erased()).isPositive();
        assertThat(report.counts().ruleSets()).isEqualTo(2);
        assertThat(report.counts().checkpoints()).isEqualTo(5);
    }

    @Test
    void aPersonIsVerified() {
        Report report = log.onePerson().verified(RecordedLog.known());
        assertThat(report.faults()).isEmpty();
        assertThat(report.of()).isEqualTo("p14");
        assertThat(report.counts().entries()).isGreaterThan(1);
        assertThat(report.counts().checkpoints()).isGreaterThan(1);
    }

    @Test
    void aCapsuleIsVerifiedWithItsHistory() {
        Report report = log.capsule().verified(RecordedLog.known());
        assertThat(report.faults()).isEmpty();
        assertThat(report.counts().entries()).isGreaterThan(1);
        assertThat(report.proves()).anyMatch(one -> one.contains("merseyside-police"));
    }

    @Test
    void aCompressedFileIsReadAsItIs() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(log.whole().bytes());
        }
        assertThat(Exported.verified(compressed.toByteArray(), RecordedLog.known(), 9)
                        .faults())
                .isEmpty();
    }

    @Test
    void itContinuesEveryCheckpointThatWasSignedBefore() {
        for (int size : List.of(25, 75, 120)) {
            Anchor anchor = new Anchor(List.of(), List.of(RecordedLog.witness()), List.of(log.checkpoint(size)));
            assertThat(log.whole().verified(anchor).faults()).isEmpty();
        }
        Anchor first = new Anchor(List.of(), List.of(), List.of(log.checkpoint(25)));
        assertThat(log.continuing().verified(first).faults()).isEmpty();
        assertThat(log.onePerson()
                        .verified(new Anchor(List.of(), List.of(), List.of(log.checkpoint(120))))
                        .faults())
                .isEmpty();
    }

    @Test
    void withoutAKeyFromElsewhereItSaysWhatThatDoesNotProve() {
        Report report = log.whole().verified(Anchor.NONE);
        assertThat(report.verified()).isTrue();
        assertThat(report.doesNotProve()).anyMatch(one -> one.contains("made the whole file anew"));
        assertThat(log.whole().verified(RecordedLog.known()).doesNotProve())
                .noneMatch(one -> one.contains("made the whole file anew"));
    }
}
