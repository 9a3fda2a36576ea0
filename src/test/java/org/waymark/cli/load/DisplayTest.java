package org.waymark.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever sits before a load sees how far it is, how fast, and how long it still takes. */
class DisplayTest {

    @TempDir
    Path folder;

    @Test
    void theBarSaysHowFarItIsHowFastAndHowLongItStillTakes() throws Exception {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        StringWriter said = new StringWriter();
        InputFile file = new InputFile(Files.writeString(folder.resolve("many.ndjson"), "x".repeat(10_000)));
        try (PrintStream terminal = new PrintStream(shown, true, StandardCharsets.UTF_8);
                Display display = new Display(file, new PrintWriter(said), terminal, 0);
                InputStream read = file.open()) {
            assertThat(read.readNBytes(5_000)).hasSize(5_000);
            display.show(new Progress("f", "", "here", 40, 38, 0, new TreeMap<>(Map.of("invalid", 2L)), 0));
        }
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("many.ndjson", "50%", " left, ", "/s, 2 rejected");
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void aBarThatIsClosedAgainIsNotDrawnAgain() throws Exception {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        InputFile file = new InputFile(Files.writeString(folder.resolve("one.ndjson"), "x"));
        try (PrintStream terminal = new PrintStream(shown, true, StandardCharsets.UTF_8)) {
            Display display = new Display(file, new PrintWriter(new StringWriter()), terminal, 0);
            display.close();
            int drawn = shown.size();
            display.close();
            assertThat(shown.size()).isEqualTo(drawn);
        }
    }

    @Test
    void timeIsToldAsPeopleSayIt() {
        assertThat(Display.duration(0)).isEqualTo("0 s");
        assertThat(Display.duration(59)).isEqualTo("59 s");
        assertThat(Display.duration(61)).isEqualTo("1 min");
        assertThat(Display.duration(7_325)).isEqualTo("2 h 2 min");
    }
}
