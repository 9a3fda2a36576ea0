package org.waymark.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.casework.stream.Ending;

/** However long a file is, the load of it needs no more memory. 1,000,000 lines with {@code -Pfaults}. */
class ManyLinesTest {

    private static final int LINES = Integer.getInteger("waymark.loadedLines", 2_000);
    private static final long SLACK = 64L * 1024 * 1024;

    @TempDir
    Path folder;

    private long early;

    @Test
    void memoryStaysFlatAndEveryLineIsRecordedOnce() throws Exception {
        Path file = folder.resolve("many.ndjson");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < LINES; i++) {
                out.write(SmallHub.assessment("M-" + i, i / 3));
                out.newLine();
            }
        }
        try (SmallHub hub = new SmallHub(folder)) {
            InputFile input = new InputFile(file);
            Progress fresh = Progress.none(input.digest(), "", hub.name());
            Formats formats = Formats.with(List.of(), null, Path.of("rules"));
            try (Input lines = formats.open(input, folder.resolve("report"), 0, false)) {
                Loading loading = new Loading(
                        lines, new ProgressFile(folder.resolve("progress")), fresh, () -> false, this::measure);
                Ending ending = loading.into(hub);
                long late = heap();
                assertThat(ending.complete()).isTrue();
                assertThat(loading.progress().recorded()).isEqualTo(LINES);
                assertThat(loading.progress().answered()).isEqualTo(LINES);
                // As many entries as lines, each with a number of its own: each line once.
                assertThat(hub.entries()).isEqualTo(LINES);
                assertThat(late).as("heap at the end, at a quarter: " + early).isLessThan(2 * early + SLACK);
                System.out.printf(
                        "%,d lines loaded: heap %,d KiB at a quarter, %,d KiB at the end%n",
                        LINES, early / 1024, late / 1024);
            }
        }
    }

    private void measure(Progress progress) {
        if (progress.answered() == LINES / 4) {
            early = heap();
        }
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
