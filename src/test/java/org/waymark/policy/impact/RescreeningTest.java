package org.waymark.policy.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.assessment.Json;
import org.waymark.policy.impact.SharedArchive.Leader;
import tools.jackson.databind.JsonNode;

/** Analyses whose pieces are done by others, in whatever order they like. */
class RescreeningTest {

    private static final int CONTACTS = 300;
    private static final int PIECE = 20;

    @TempDir
    private Path folder;

    private SharedArchive archive;

    /** Where pieces wait until the test has them done. */
    private final BlockingQueue<Piece> posted = new LinkedBlockingQueue<>();

    private final Post post = piece -> {
        posted.add(piece);
        return CompletableFuture.completedFuture(piece);
    };

    @BeforeEach
    void open() throws Exception {
        archive = SharedArchive.small(folder, CONTACTS);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void whateverOrderPiecesAreDoneInTheReportIsThatOfOneThread() throws Exception {
        String expected = archive.expected();
        assertThat(SharedArchive.listed(expected)).hasSizeGreaterThan(10);
        for (int seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            List<Rescreening> nodes = List.of(archive.worker(), archive.worker());
            try (Leader leader = archive.leader(post, 5 + random.nextInt(60))) {
                String id = leader.start();
                List<Piece> some = new ArrayList<>();
                do {
                    posted.drainTo(some);
                    Collections.shuffle(some, random);
                    for (Piece piece : some.subList(0, (some.size() + 1) / 2)) {
                        nodes.get(random.nextInt(2)).take(Piece.read(piece.json()));
                        nodes.get(random.nextInt(2)).take(piece);
                    }
                    some.subList(0, (some.size() + 1) / 2).clear();
                    Thread.sleep(1);
                } while (leader.analyses.analysis(id).orElseThrow().state() == Analysis.State.RUNNING);
                assertThat(leader.report(id)).as("seed " + seed).isEqualTo(expected);
                assertThat(leader.left()).isZero();
            }
        }
    }

    @Test
    void aPieceThatIsDoneTwiceIsKeptOnceAndNamesNobodyInItsSums() throws Exception {
        Rescreening node = archive.worker();
        try (Leader leader = archive.leader(post, PIECE)) {
            leader.start();
            Piece piece;
            // Who is in which piece is different each time: some have no case that changes.
            do {
                piece = posted.take();
                node.take(piece);
            } while (!archive.kept("changed").contains("YP-"));
            int kept = archive.kept();
            String sums = archive.kept("sums");
            String changed = archive.kept("changed");
            archive.worker().take(piece);

            assertThat(archive.kept()).isEqualTo(kept);
            assertThat(archive.kept("sums"))
                    .isEqualTo(sums)
                    .contains("\"cases\":")
                    .doesNotContain("YP-");
            assertThat(archive.kept("changed")).isEqualTo(changed).contains("YP-");
        }
    }

    @Test
    void whatIsErasedInTheMiddleIsInNoFindingsAndNoReport() throws Exception {
        String expected = archive.expected();
        List<String> listed = SharedArchive.listed(expected);
        Rescreening node = archive.worker();
        try (Leader leader = archive.leader(post, PIECE)) {
            String id = leader.start();
            String before;
            do {
                node.take(posted.take());
                before = archive.kept("changed");
            } while (listed.stream().filter(before::contains).count() < 2);
            String done = before;
            String found = listed.stream().filter(done::contains).findFirst().orElseThrow();
            String notYet = listed.stream()
                    .filter(one -> !done.contains(one))
                    .findFirst()
                    .orElseThrow();
            leader.forget(found);
            leader.forget(notYet);
            assertThat(archive.kept("changed")).contains("YP-").doesNotContain(found);

            Piece next;
            do {
                next = posted.take();
                node.take(next);
            } while (leader.analyses.analysis(id).orElseThrow().state() == Analysis.State.RUNNING
                    && !isLast(next, leader, id));
            String report = leader.report(id);

            List<String> left = new ArrayList<>(listed);
            left.removeAll(List.of(found, notYet));
            assertThat(SharedArchive.listed(report)).isEqualTo(left);
            assertThat(totals(report)).isEqualTo(totals(expected));
        }
    }

    /** Whether nothing comes after a piece: then the leader only adds up. */
    private boolean isLast(Piece piece, Leader leader, String id) throws InterruptedException {
        while (posted.isEmpty()) {
            if (piece.number() == piece.of() - 1
                    || leader.analyses.analysis(id).orElseThrow().state() != Analysis.State.RUNNING) {
                return true;
            }
            Thread.sleep(1);
        }
        return false;
    }

    private static JsonNode totals(String report) {
        return Json.read(report).path("totals");
    }

    @Test
    void piecesOfACancelledAnalysisAreLeftAndWhatWasFoundGoes() throws Exception {
        Rescreening node = archive.worker();
        try (Leader leader = archive.leader(post, PIECE)) {
            String id = leader.start();
            Piece first = posted.take();
            Piece second = posted.take();
            node.take(second);
            leader.cancel(id);
            node.take(first);

            assertThat(leader.left()).isZero();
            assertThat(leader.analyses.report(id)).isEmpty();
        }
    }

    @Test
    void whatThePostLosesOrRefusesIsDoneByTheLeader() throws Exception {
        String expected = archive.expected();
        Post losing = piece -> CompletableFuture.completedFuture(piece);
        Post refusing = piece -> CompletableFuture.failedFuture(new IllegalStateException("the broker is gone"));
        for (Post bad : List.of(losing, refusing)) {
            try (Leader leader = archive.leader(
                    bad, PIECE, Duration.ofMillis(bad == losing ? 1 : 3_600_000), RecordedArchive.CLOCK)) {
                assertThat(leader.report(leader.start())).isEqualTo(expected);
            }
        }
    }

    @Test
    void everythingCanBeAskedUnderOneRuleSet() throws Exception {
        try (Leader leader = archive.alone(PIECE)) {
            String report = leader.report(leader.startOfOneRuleSet());

            assertThat(totals(report).path("contacts").asInt()).isEqualTo(CONTACTS);
            assertThat(totals(report).path("same").asInt()).isEqualTo(CONTACTS);
            assertThat(SharedArchive.listed(report)).isEmpty();
            assertThat(Json.read(report).path("rules").valueStream())
                    .anySatisfy(rule -> assertThat(rule.path("before").asLong())
                            .isPositive()
                            .isEqualTo(rule.path("after").asLong()));
        }
    }
}
