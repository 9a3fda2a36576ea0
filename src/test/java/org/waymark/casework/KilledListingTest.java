package org.waymark.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.casework.worklist.Listed;
import org.waymark.casework.worklist.Lists;
import org.waymark.child.ChildJava;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Kind;
import org.waymark.trail.Trail;
import org.waymark.trail.Trails;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.sealing.Logs;

/** After kill -9 at any moment the lists come to what the trail says, and no place is left that no line knows of. */
class KilledListingTest {

    private static final int ROUNDS = Integer.getInteger("waymark.faultRounds", 3);

    @TempDir
    Path folder;

    @Test
    void theListsCatchUpWithTheTrailWhereverTheProcessWasKilled() throws Exception {
        LogKey key = LogKey.generate("listed", new SecureRandom());
        int caughtUp = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            killedWhileListing(round, key);
            caughtUp += listedAgain(key);
        }
        assertThat(caughtUp).isPositive();
    }

    private void killedWhileListing(int round, LogKey key) throws Exception {
        Process process = ChildJava.of(ListingProcess.class, folder, round, key.secretText())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            boolean waiting = true;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (waiting && line.equals("page")) {
                    waiting = false;
                    ChildJava.killWithin(process, 2000);
                }
            }
        }
        assertThat(process.waitFor()).as("died of the kill").isEqualTo(128 + 9);
    }

    /** How many decisions were not in the lists as they should be when the process died. */
    private int listedAgain(LogKey key) throws InterruptedException {
        try (Store store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC())) {
            Trail trail = Trails.in(store.database());
            Logs logs = ListingProcess.logs(store, folder, key);
            Lists lists = ListingProcess.lists(store, trail, logs);
            Set<Listed> before = lists.kept();
            // The one that was killed may hold the lease of the log for some seconds more.
            while (logs.log().size() < trail.everything().size()) {
                logs.sealing().checkpointNow();
                TimeUnit.MILLISECONDS.sleep(100);
            }
            int pages = 0;
            while (lists.page()) {
                pages++;
            }
            assertThat(pages).isLessThan(trail.everything().size());
            Set<Listed> walked = walked(trail);
            assertThat(lists.kept()).isEqualTo(walked);
            assertThat(lists.places().get(0)).isEqualTo(lists.places().get(1));
            walked.removeAll(before);
            return walked.size();
        }
    }

    private static Set<Listed> walked(Trail trail) {
        Set<Listed> walked = new HashSet<>();
        trail.everything().people(entries -> {
            Set<String> decisions = new HashSet<>();
            entries.stream()
                    .filter(entry -> entry.kind() == Kind.SCREENED)
                    .forEach(entry -> decisions.add(String.valueOf(entry.decisionId())));
            walked.addAll(ListingProcess.folds(trail).of(entries, decisions).standing());
        });
        return walked;
    }
}
