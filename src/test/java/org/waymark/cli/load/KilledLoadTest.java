package org.waymark.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.assessment.Json;
import org.waymark.child.ChildJava;

/** A load is killed anywhere, again and again, and goes on each time: in the end every line is recorded or reported, once. */
class KilledLoadTest {

    private static final int ROUNDS = Integer.getInteger("waymark.faultRounds", 3);
    private static final int LINES = 1_000 + 1_000 * ROUNDS;
    private static final int EVERY = 10;

    @TempDir
    Path folder;

    @Test
    void everyLineIsThereOnceHoweverOftenTheLoadIsKilled() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= LINES; i++) {
            lines.add(i % EVERY == 0 ? "no json " + i : SmallHub.assessment("K-" + i, i % 50));
        }
        Path file = Files.write(folder.resolve("killed.ndjson"), lines);
        Random random = new Random(9);
        int kills = 0;
        for (int round = 0; round < ROUNDS; round++) {
            kills += killedAfter(file, random.nextInt(1_500)) ? 1 : 0;
        }
        try (SmallHub hub = new SmallHub(folder)) {
            if (Files.exists(progress(file))) {
                assertThat(hub.load(file)).as("some were rejected").isEqualTo(1);
            }
            assertThat(hub.entries()).isEqualTo(LINES - LINES / EVERY);
            for (int i = 1; i <= LINES; i += 7) {
                assertThat(hub.has("K-" + i)).isEqualTo(i % EVERY != 0);
            }
        }
        Path report = folder.resolve("killed.ndjson.rejected.ndjson");
        assertThat(Files.readAllLines(report).stream()
                        .map(line -> Json.read(line).path("line").asInt()))
                .hasSize(LINES / EVERY)
                .doesNotHaveDuplicates()
                .allMatch(line -> line % EVERY == 0);
        assertThat(kills).isPositive();
        System.out.printf("kill -9 of a load: %d of %d rounds, %d lines, 0 lost, 0 twice%n", kills, ROUNDS, LINES);
    }

    private static Path progress(Path file) {
        return file.resolveSibling(file.getFileName() + ".progress.json");
    }

    /** Kills the load so long after it began to send; false where it came to its end before. */
    private boolean killedAfter(Path file, long millis) throws Exception {
        Process process = ChildJava.of(LoadingProcess.class, folder, file)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
        boolean begun = Files.exists(progress(file));
        long stamp = begun ? Files.getLastModifiedTime(progress(file)).toMillis() : 0;
        while (process.isAlive()
                && (!Files.exists(progress(file))
                        || Files.getLastModifiedTime(progress(file)).toMillis() == stamp)) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        TimeUnit.MILLISECONDS.sleep(millis);
        boolean killed = process.isAlive();
        process.toHandle().destroyForcibly();
        process.waitFor();
        return killed;
    }
}
