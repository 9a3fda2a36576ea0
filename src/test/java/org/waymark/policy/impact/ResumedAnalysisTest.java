package org.waymark.policy.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.SmallRules;

/** An analysis that was cut off goes on where it was, and ends as if nothing had happened. */
class ResumedAnalysisTest {

    private static final int CONTACTS = 600;
    private static final int PIECE = 40;
    private static final int DONE_BEFORE = 5;

    @TempDir
    private Path folder;

    /** Does what is asked of it up to a number of pieces, and no more. */
    private static final class TiringOut implements Workers {

        private final Rescreening rescreening;
        private final int most;
        private int number;
        final Set<String> done = new ConcurrentSkipListSet<>();

        TiringOut(Rescreening rescreening, int most) {
            this.rescreening = rescreening;
            this.most = most;
        }

        @Override
        public int ahead() {
            return 3;
        }

        @Override
        public Work hand(Piece piece) {
            if (number++ >= most) {
                return millis -> {
                    Thread.sleep(millis);
                    return false;
                };
            }
            rescreening.take(piece);
            done.add(piece.id());
            return Work.DONE;
        }

        @Override
        public void close() {}
    }

    static RuleFiles missingWithin(int days) {
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
            ImpactAnalyses whole = archive.analyses();
            String expected = RecordedArchive.report(whole, archive.start(whole));
            whole.close();
            List<TiringOut> workers = new ArrayList<>();
            ImpactAnalyses cut = archive.node().analyses(RecordedArchive.CLOCK, PIECE, one -> {
                workers.add(new TiringOut(one, DONE_BEFORE));
                return workers.get(0);
            });
            String id = archive.start(cut);
            while (workers.get(0).done.size() < DONE_BEFORE) {
                Thread.sleep(5);
            }
            cut.close();

            archive.recordLater(200);
            Clock later = Clock.offset(RecordedArchive.CLOCK, ImpactAnalyses.ABANDONED_AFTER.plusSeconds(1));
            ImpactAnalyses after = archive.node().analyses(later, PIECE, one -> {
                workers.add(new TiringOut(one, Integer.MAX_VALUE));
                return workers.get(1);
            });
            after.resume();

            assertThat(RecordedArchive.report(after, id)).isEqualTo(expected).contains("SG-12", "lower");
            after.resume();
            after.close();
            assertThat(workers.get(0).done).hasSize(DONE_BEFORE);
            assertThat(workers.get(1).done)
                    .hasSizeGreaterThan(DONE_BEFORE)
                    .doesNotContainAnyElementsOf(workers.get(0).done);
            assertThat(documents(archive)).isZero();
        }
    }

    private static int documents(RecordedArchive archive) {
        return archive.store
                .database()
                .getCollection("rescreening-findings")
                .find()
                .into(new ArrayList<>())
                .size();
    }
}
