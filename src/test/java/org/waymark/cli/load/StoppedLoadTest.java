package org.waymark.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.assessment.Json;
import org.waymark.child.ChildJava;

/** Ctrl-C ends a load in good order: what was begun is recorded and written down, and the same command goes on there. */
class StoppedLoadTest {

    private static final int LINES = 20_000;
    private static final int SOME = 200;

    @TempDir
    Path folder;

    @Test
    void whatWasBegunIsWrittenDownAndTheSameCommandGoesOn() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= LINES; i++) {
            lines.add(SmallHub.assessment("S-" + i, i / 2));
        }
        Path file = Files.write(folder.resolve("stopped.ndjson"), lines);
        Path out = folder.resolve("out.log");
        Process process = ChildJava.of(LoadingProcess.class, folder, file)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        Path progress = folder.resolve("stopped.ndjson.progress.json");
        while (process.isAlive() && line(progress) < SOME) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        interrupt(process);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended").isTrue();

        int line = line(progress);
        assertThat(line).isBetween(SOME, LINES - 1);
        assertThat(Files.readString(out))
                .contains("Not finished, at line " + (line + 1) + ":", "The same command goes on");
        try (SmallHub hub = new SmallHub(folder)) {
            // Not one line is recorded of which the progress does not tell.
            assertThat(hub.entries()).isEqualTo(line);
            assertThat(hub.has("S-" + line)).isTrue();
        }
    }

    private static int line(Path progress) throws Exception {
        return Files.exists(progress)
                ? Json.read(Files.readString(progress)).path("line").asInt()
                : 0;
    }

    /**
     * As the terminal does. Where the tests are themselves a job in the background of a script, which no terminal can
     * interrupt, neither can what they start be: it is told to end then, which goes the same way.
     */
    private static void interrupt(Process process) throws Exception {
        String signal = ignoresInterrupts(process) ? "TERM" : "INT";
        int sent = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                .start()
                .waitFor();
        assertThat(sent).isZero();
    }

    private static boolean ignoresInterrupts(Process process) throws Exception {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }
}
