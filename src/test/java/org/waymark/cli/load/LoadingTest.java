package org.waymark.cli.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.cli.load.SmallHub.assessment;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.assessment.Json;
import org.waymark.casework.stream.Ending;
import org.waymark.cli.UsersFault;

/** Files of assessments are loaded: every line is recorded or rejected, and what is rejected can be mended. */
class LoadingTest {

    @TempDir
    static Path shared;

    private static SmallHub hub;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        hub = new SmallHub(shared);
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    private Path file(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }

    @Test
    void everythingIsRecordedAndNothingIsLeftBesideTheFile() throws Exception {
        Path file = file("all.ndjson", List.of(assessment("ALL-1", 1), "", assessment("ALL-2", 2)));
        assertThat(hub.load(file)).isZero();
        assertThat(List.of(hub.has("ALL-1"), hub.has("ALL-2"))).containsOnly(true);
        assertThat(folder.toFile().list()).containsExactly("all.ndjson");
    }

    @Test
    void aPackedFileIsReadAsItIs() throws Exception {
        Path file = folder.resolve("packed.ndjson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((assessment("GZ-1", 3) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(hub.load(file)).isZero();
        assertThat(hub.has("GZ-1")).isTrue();
    }

    @Test
    void whatIsRejectedIsMendedInTheReportAndLoaded() throws Exception {
        String wrong = assessment("MEND-1", 4).replace("going-missing", "going-mising");
        String broken = assessment("MEND-2", 4).replace("\"observations\"", "observations");
        Path file = file("mend.ndjson", List.of(assessment("MEND-0", 4), wrong, broken));
        assertThat(hub.load(file)).isEqualTo(1);
        Path report = folder.resolve("mend.ndjson.rejected.ndjson");
        List<String> lines = Files.readAllLines(report);
        assertThat(lines).hasSize(2);
        assertThat(Json.read(lines.get(0)).path("line").asInt()).isEqualTo(2);
        assertThat(Json.read(lines.get(0)).at("/problem/errors/0/message").asString())
                .contains("did you mean `going-missing`");
        assertThat(Json.read(lines.get(1)).path("text").asString()).isEqualTo(broken);

        String unmended = Files.readString(report);
        Path mended = Files.writeString(
                folder.resolve("mended.ndjson"),
                unmended.replace("going-mising", "going-missing").replace(" observations:", " \\\"observations\\\":"));
        assertThat(hub.load(mended)).isZero();
        assertThat(List.of(hub.has("MEND-1"), hub.has("MEND-2"))).containsOnly(true);
    }

    @Test
    void everyLineIsRecordedOrRejectedWhateverItHolds() throws Exception {
        Random random = new Random(20260311);
        List<byte[]> lines = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            byte[] line = assessment("ANY-" + i, i % 20).getBytes(StandardCharsets.UTF_8);
            if (i % 3 == 0) {
                line[random.nextInt(line.length)] = (byte) (random.nextInt(255) + 1);
            }
            lines.add(line);
        }
        Path file = folder.resolve("any.ndjson");
        try (OutputStream out = Files.newOutputStream(file)) {
            for (byte[] line : lines) {
                out.write(new String(line, StandardCharsets.ISO_8859_1)
                        .replace('\n', ' ')
                        .getBytes(StandardCharsets.ISO_8859_1));
                out.write('\n');
            }
        }
        long before = hub.entries();
        hub.load(file);
        Path report = folder.resolve("any.ndjson.rejected.ndjson");
        long recorded = hub.entries() - before;
        assertThat(recorded + Files.readAllLines(report).size()).isEqualTo(200);
        assertThat(Files.readAllLines(report).stream()
                        .map(line -> Json.read(line).path("line").asLong()))
                .doesNotHaveDuplicates();
        // Unmended, each is rejected again, and the report says the same of what it was.
        assertThat(hub.load(report)).isEqualTo(1);
        Path again = folder.resolve("any.ndjson.rejected.ndjson.rejected.ndjson");
        assertThat(Files.readAllLines(again).stream().map(LoadingTest::original))
                .containsExactlyElementsOf(Files.readAllLines(report).stream()
                        .map(LoadingTest::original)
                        .toList());
    }

    private static String original(String line) {
        return new String(RejectedLine.unwrapped(line.getBytes(StandardCharsets.UTF_8)), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aLoadThatStopsAnywhereGoesOnThere() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            lines.add(i % 10 == 9 ? "no json " + i : assessment("STOP-" + i, i % 7));
        }
        Path file = file("stop.ndjson", lines);
        long before = hub.entries();
        InputFile input = new InputFile(file);
        ProgressFile progress = new ProgressFile(folder.resolve("progress"));
        Progress fresh = Progress.none(input.digest(), "", hub.name());
        Formats formats = Formats.with(List.of(), null, Path.of("rules"));
        Path report = folder.resolve("report");
        Random random = new Random(6);
        Optional<Ending> ending = Optional.empty();
        int stops = 0;
        while (ending.filter(Ending::complete).isEmpty()) {
            Progress from = progress.read(fresh, file);
            // It is asked before each line, and before those that were done before too.
            long[] left = {from.line() + 5 + random.nextInt(60)};
            try (Input lines2 = formats.open(input, report, from.reportBytes(), stops > 0)) {
                ending = Optional.of(new Loading(lines2, progress, from, () -> left[0]-- <= 0, shown -> {}).into(hub));
            }
            stops++;
        }
        assertThat(stops).isGreaterThan(2);
        assertThat(hub.entries() - before).isEqualTo(135);
        assertThat(Files.readAllLines(report)).hasSize(15);
        Progress done = progress.read(fresh, file);
        assertThat(done.answered()).isEqualTo(150);
        assertThat(done.repeats()).isZero();
        assertThat(done.rejected()).isEqualTo(new TreeMap<>(java.util.Map.of("malformed", 15L)));
    }

    @Test
    void aFileThatChangedIsNotGoneOnWith() throws Exception {
        Path file = file("changed.ndjson", List.of(assessment("CH-1", 1)));
        new ProgressFile(folder.resolve("changed.ndjson.progress.json"))
                .write(Progress.none("another", "", hub.name()).oneRecorded(1, false));
        assertThatThrownBy(() -> hub.load(file))
                .isInstanceOf(UsersFault.class)
                .hasMessageContaining("is not the file any more")
                .hasMessageContaining("to begin again");
    }

    @Test
    void aReportThatIsThereIsNotWrittenOver() throws Exception {
        Path file = file("kept.ndjson", List.of("no json"));
        Files.writeString(folder.resolve("kept.ndjson.rejected.ndjson"), "somebody is mending this");
        assertThatThrownBy(() -> hub.load(file)).isInstanceOf(UsersFault.class).hasMessageContaining("--rejected");
    }

    @Test
    void theSummaryCountsWhatWasRejectedByReason() throws Exception {
        Path file = file("sum.ndjson", List.of("no json", "{}", assessment("SUM-1", 1), assessment("SUM-1", 1)));
        StringWriter told = new StringWriter();
        assertThat(hub.load(file, told)).isEqualTo(1);
        assertThat(told.toString())
                .contains("1 recorded, 1 recorded before, 2 rejected", "1 invalid", "1 malformed", "mend it and load");
    }
}
