package org.waymark.policy.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.SmallRules;

/** An analysis that was cut off goes on where it was, and ends as if nothing had happened. */
class ResumedAnalysisTest {

    private static final int CONTACTS = 600;
    private static final int KEPT_EVERY = 90;

    /** Looks at the clock of a running analysis before it is cut off: one for each stretch of the archive, and a few. */
    private static final int LOOKS = 8;

    @TempDir
    private Path folder;

    /** Cuts an analysis off in the middle, as the clock is looked at now and then. */
    private static final class CuttingOff extends Clock {
        private Optional<ImpactAnalyses> running = Optional.empty();
        private int looks;

        @Override
        public synchronized Instant instant() {
            boolean byTheAnalysis = Thread.currentThread().getName().equals("impact-analyses");
            if (byTheAnalysis && ++looks == LOOKS) {
                running.ifPresent(ImpactAnalyses::close);
            }
            return RecordedArchive.NOW;
        }

        @Override
        public ZoneId getZone() {
            return RecordedArchive.CLOCK.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static RuleFiles missingWithin(int days) {
        return SmallRules.of(
                        SmallRules.line(
                                "SG-12",
                                "Happened( factor == \"going-missing\", withinDays == %d, times >= 2 )".formatted(days),
                                ".to(SAFEGUARDING, SAME_DAY)"),
                        SmallRules.line(
                                "MA-01", "Yes( factor == \"debt-bondage\" )", ".to(MACE, HIGH, ONE_WORKING_DAY)"))
                .files();
    }

    @Test
    void whatWasCutOffGoesOnWhereItWasAndTheReportIsTheSameToTheByte() throws Exception {
        try (RecordedArchive archive = new RecordedArchive(folder, missingWithin(40), missingWithin(20))) {
            archive.record(CONTACTS, 100);
            ImpactAnalyses whole = archive.analyses(RecordedArchive.CLOCK, KEPT_EVERY);
            String expected = RecordedArchive.report(whole, archive.start(whole));
            whole.close();
            CuttingOff clock = new CuttingOff();
            ImpactAnalyses cut = archive.analyses(clock, KEPT_EVERY);
            clock.running = Optional.of(cut);
            String id = archive.start(cut);
            awaitCut(clock);

            assertThat(keptDone(archive, id)).isBetween(1L, CONTACTS - 1L);
            archive.recordLater(200);
            ImpactAnalyses after = archive.analyses(
                    Clock.offset(RecordedArchive.CLOCK, ImpactAnalyses.ABANDONED_AFTER.plusSeconds(1)), KEPT_EVERY);
            after.resume();

            assertThat(RecordedArchive.report(after, id)).isEqualTo(expected).contains("SG-12", "lower");
            after.close();
            assertThat(documents(archive, "impact-unfinished")).isZero();
            assertThat(documents(archive, "impact-unfinished-parts")).isZero();
        }
    }

    private static void awaitCut(CuttingOff clock) throws InterruptedException {
        while (true) {
            synchronized (clock) {
                if (clock.looks >= LOOKS) {
                    return;
                }
            }
            Thread.sleep(5);
        }
    }

    private static long keptDone(RecordedArchive archive, String id) {
        Document found = archive.store
                .database()
                .getCollection("impact-unfinished")
                .find(new Document("_id", id))
                .first();
        return found == null ? 0 : found.getLong("done");
    }

    private static int documents(RecordedArchive archive, String collection) {
        return archive.store
                .database()
                .getCollection(collection)
                .find()
                .into(new ArrayList<>())
                .size();
    }
}
