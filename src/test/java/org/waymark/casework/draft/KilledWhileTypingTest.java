package org.waymark.casework.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.child.ChildJava;
import org.waymark.trail.keys.MasterKey;

/** What was saved is there after kill -9. */
class KilledWhileTypingTest {

    @TempDir
    Path folder;

    @Test
    void theLastSaveThatReturnedIsThereAfterAKill() throws Exception {
        String keyset = MasterKey.make();
        Path file = Files.writeString(folder.resolve("master.json"), keyset);
        String[] told = lastTold(file).split(" ");
        long revision = Long.parseLong(told[1]);

        try (DraftsAtWork work = new DraftsAtWork(folder)) {
            FormDraft found = work.under(keyset).find(told[0], "ann").orElseThrow();
            // One more may have been saved that nobody was told of.
            assertThat(found.revision()).isBetween(revision, revision + 1);
            assertThat(found.content()).isEqualTo(TypingProcess.content(found.revision()));
            assertThat(work.under(keyset).of("ann")).containsExactly(found);
        }
    }

    private String lastTold(Path keyset) throws Exception {
        Process process = ChildJava.of(TypingProcess.class, folder, keyset)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String told = "";
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.endsWith(TypingProcess.END)) {
                    if (told.isEmpty()) {
                        ChildJava.killWithin(process, 2000);
                    }
                    told = line;
                }
            }
        }
        assertThat(process.waitFor()).as("died of the kill").isEqualTo(128 + 9);
        assertThat(told).isNotEmpty();
        return told;
    }
}
