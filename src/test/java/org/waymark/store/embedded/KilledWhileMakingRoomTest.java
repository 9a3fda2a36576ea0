package org.waymark.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.child.ChildJava;

/** What was acknowledged is there after kill -9, though the file writes its parts again and again. */
class KilledWhileMakingRoomTest {

    private static final int ROUNDS = Integer.getInteger("waymark.faultRounds", 3);

    /** So many are acknowledged before the kill, that room was made several times. */
    private static final int SOME = 500;

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostOrTorn() throws Exception {
        Path file = folder.resolve("store.mv");
        List<String> told = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            killedWhileRecording(file, told);
            requireAll(file, told);
        }
        System.out.printf(
                "kill -9 while room is made: %d rounds, %d records acknowledged, 0 lost, %d KiB%n",
                ROUNDS, told.size(), Files.size(file) / 1024);
    }

    private static void killedWhileRecording(Path file, List<String> told) throws Exception {
        Process process = ChildJava.of(RewritingProcess.class, file)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int before = told.size();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(RewritingProcess.ACKNOWLEDGED) && line.endsWith(".")) {
                    told.add(line.split(" ")[1]);
                }
                if (told.size() == before + SOME) {
                    ChildJava.killWithin(process, 1000);
                }
            }
        }
        assertThat(process.waitFor()).as("died of the kill").isEqualTo(128 + 9);
        assertThat(told.size()).isGreaterThanOrEqualTo(before + SOME);
    }

    private static void requireAll(Path file, List<String> told) {
        try (MVStore store = StoredFile.open(file.toString())) {
            MVMap<String, String> map = StoredType.map(store, RewritingProcess.MAP);
            assertThat(told).allSatisfy(key -> assertThat(map.get(key)).isEqualTo(RewritingProcess.text(key)));
        }
    }
}
