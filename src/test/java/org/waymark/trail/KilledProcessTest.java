package org.waymark.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.child.ChildJava;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.store.embedded.FileLeftBehind;
import org.waymark.trail.Appended.Already;

/** What was acknowledged is there after kill -9 at any moment, once, and can be found by every key. */
class KilledProcessTest {

    private static final int ROUNDS = Integer.getInteger("waymark.faultRounds", 3);

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostOrDoubledOrTornWhenTheProcessIsKilled() throws Exception {
        int acknowledged = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            Map<String, String> told = killedWhileAppending(round);
            acknowledged += told.size();
            assertIndexesMatchDocuments();
            assertAllThere(round, told);
        }
        System.out.printf("kill -9: %d rounds, %d entries acknowledged, 0 lost%n", ROUNDS, acknowledged);
    }

    /** Submission by entry id, of each entry that the process said was acknowledged before it died. */
    private Map<String, String> killedWhileAppending(int round) throws Exception {
        Process process = ChildJava.of(AppendingProcess.class, folder, round)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, String> told = new HashMap<>();
        try (BufferedReader lines = process.inputReader()) {
            boolean waiting = true;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                note(line, told);
                if (waiting && !told.isEmpty()) {
                    waiting = false;
                    ChildJava.killWithin(process, 2000);
                }
            }
        }
        assertThat(process.waitFor()).as("died of the kill").isEqualTo(128 + 9);
        assertThat(told).isNotEmpty();
        return told;
    }

    private static void note(String line, Map<String, String> told) {
        if (line.startsWith(AppendingProcess.ACKNOWLEDGED) && line.endsWith(AppendingProcess.END)) {
            String[] words = line.split(" ");
            assertThat(told.put(words[1], words[2])).as("acknowledged twice").isNull();
        }
    }

    /** As the file was left: a document without its index entries could be recorded again. */
    private void assertIndexesMatchDocuments() {
        Path file = folder.resolve("store.mv");
        long documents = FileLeftBehind.sizes(file, "databases.waymark.trail").get("databases.waymark.trail");
        assertThat(FileLeftBehind.sizes(file, "waymark.trail._index_"))
                .hasSize(4)
                .allSatisfy((name, size) -> assertThat(size).isEqualTo(documents));
    }

    private void assertAllThere(int round, Map<String, String> told) {
        try (Store store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC())) {
            Trail trail = Trails.in(store.database());
            List<Entry> entries = new ArrayList<>();
            IntStream.range(0, AppendingProcess.PEOPLE)
                    .mapToObj(number -> AppendingProcess.personOf(Integer.toString(round), number))
                    .forEach(person -> entries.addAll(trail.of(person)));
            Map<String, String> found = new HashMap<>();
            entries.forEach(
                    entry -> assertThat(found.put(entry.id(), entry.submission().pseudonym()))
                            .isNull());
            assertThat(found).containsAllEntriesOf(told);
            assertThat(found.values()).doesNotHaveDuplicates();
            entries.forEach(entry -> assertFoundByEveryKey(trail, entry));
        }
    }

    private static void assertFoundByEveryKey(Trail trail, Entry entry) {
        assertThat(trail.bySubmission(entry.submission())).contains(entry);
        assertThat(trail.byDecision(String.valueOf(entry.decisionId()))).contains(entry);
        Draft again = new Draft(
                entry.kind(),
                entry.submission(),
                entry.decisionId(),
                entry.actor(),
                entry.recordedAt(),
                entry.content());
        assertThat(trail.append(entry.person(), entry.sequence() + 1, again)).isEqualTo(new Already(entry));
    }
}
