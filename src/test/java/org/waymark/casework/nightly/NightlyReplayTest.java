package org.waymark.casework.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.assessment.Json;
import org.waymark.casework.CannotReplay;
import org.waymark.casework.SetClock;
import org.waymark.casework.replay.Differences;
import org.waymark.casework.replay.Replayed;
import org.waymark.casework.replay.Replayed.Result;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Appended;
import org.waymark.trail.Entry;
import org.waymark.trail.Trail;
import org.waymark.trail.Trails;

/** Samples of the log, made again a turn at a time, whichever node takes it. */
class NightlyReplayTest {

    @TempDir
    private Path folder;

    private Store store;
    private Trail trail;
    private final List<String> entries = new ArrayList<>();
    private final List<String> replayed = new ArrayList<>();
    private final Set<String> otherwise = new HashSet<>();
    private final SetClock clock = new SetClock(Instant.parse("2026-03-01T01:00:00Z"));

    @BeforeEach
    void open() {
        store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC());
        trail = Trails.in(store.database());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void record(int decisions) {
        for (int i = 0; i < decisions; i++) {
            Appended appended = trail.append(Trails.person("p" + i), 1, Trails.screened("A-" + i));
            entries.add(((Appended.Recorded) appended).entry().id());
        }
    }

    private NightlyReplay node(int sample) {
        LeafSample.Leaves leaves = new LeafSample.Leaves() {
            @Override
            public long size() {
                return entries.size();
            }

            @Override
            public Optional<String> entry(long leaf) {
                return Optional.of(entries.get((int) leaf));
            }
        };
        return new NightlyReplay(
                new NightlyReplay.Plan(Duration.ofDays(1), sample, Duration.ZERO),
                this::again,
                trail,
                leaves,
                new ReplayReports(store.database()),
                new Random(5),
                clock);
    }

    private Replayed again(Entry entry) {
        replayed.add(entry.decisionId());
        if (otherwise.contains(entry.decisionId())) {
            return new Replayed.Different(
                    Differences.between("{\"summary\":\"a\"}", "{\"summary\":\"b\"}", "/outcome"));
        }
        return new Replayed.Same();
    }

    private void nextDay() {
        clock.at(clock.instant().plus(Duration.ofDays(1)).plusSeconds(1));
    }

    @Test
    void theFirstRunIsDueAfterOneTermAndOneNodeTakesEach() {
        record(30);
        NightlyReplay one = node(10);
        NightlyReplay other = node(10);
        one.look();
        other.look();
        assertThat(replayed).isEmpty();
        assertThat(one.latest()).isEmpty();

        nextDay();
        one.look();
        other.look();

        assertThat(replayed).hasSize(10).doesNotHaveDuplicates();
        assertThat(one.count(Result.SAME)).isEqualTo(10);
        assertThat(other.count(Result.SAME)).isZero();
        assertThat(other.heard()).isEqualTo(one.heard()).isPresent();
        assertThat(Json.read(other.latest().orElseThrow()).path("same").asInt()).isEqualTo(10);
        assertThat(Json.read(other.latest().orElseThrow()).path("logSize").asInt())
                .isEqualTo(30);
    }

    @Test
    void oneThatCameOutOtherwiseIsTriedAgainUntilItIsTheSame() {
        record(300);
        NightlyReplay node = node(3);
        node.look();
        nextDay();
        String found = trail.of(Entry.personOf(entries.get(0))).get(0).decisionId();
        otherwise.addAll(trail.everything()
                .entries()
                .map(Entry::decisionId)
                .filter(id -> !id.equals(found))
                .toList());
        node.look();
        assertThat(node.count(Result.DIFFERENT)).isEqualTo(3);
        assertThat(node.heard().orElseThrow().different())
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.pointers()).containsExactly("/outcome/summary"));
        List<String> first = List.copyOf(replayed);

        otherwise.clear();
        otherwise.add(first.get(1));
        replayed.clear();
        nextDay();
        node.look();

        assertThat(replayed).hasSize(6).startsWith(first.toArray(String[]::new));
        assertThat(node.heard().orElseThrow().different())
                .extracting(ReplayReport.Differing::decisionId)
                .containsExactly(first.get(1));
    }

    @Test
    void aRunThatFailsIsTriedAgainSoonAndWhatWasFoundBeforeStays() {
        record(5);
        NightlyReplay node = node(10);
        node.look();
        nextDay();
        node.look();
        entries.add("nobody:x");
        nextDay();
        assertThatThrownBy(node::look).isInstanceOf(RuntimeException.class);
        assertThat(node.latest()).isPresent();
        entries.remove("nobody:x");
        replayed.clear();
        node.look();
        assertThat(replayed).isEmpty();
        clock.at(clock.instant().plus(Duration.ofMinutes(16)));
        node.look();
        assertThat(replayed).hasSize(5);
    }

    @Test
    void whatIsImpossibleIsCountedByWhy() {
        ReplayTally tally = new ReplayTally();
        record(2);
        trail.everything()
                .entries()
                .forEach(entry -> tally.add(entry, new Replayed.Impossible(CannotReplay.Why.ERASED, "it was erased")));
        ReplayReport report = tally.report(clock.instant(), clock.instant(), 2, 2);
        assertThat(report.impossible()).containsEntry("erased", 2);
        assertThat(ReplayReport.read(Json.write(report))).isEqualTo(report);
    }

    @Test
    void zeroSwitchesItOffAndNonsenseIsRefused() {
        record(3);
        NightlyReplay off = node(0);
        off.look();
        nextDay();
        off.look();
        assertThat(off.off()).isTrue();
        assertThat(replayed).isEmpty();
        assertThatThrownBy(() -> new NightlyReplay.Plan(Duration.ofDays(1), -1, Duration.ZERO))
                .hasMessageContaining("waymark.replay.sample")
                .hasMessageContaining("`-1`");
        assertThatThrownBy(() -> new NightlyReplay.Plan(Duration.ofDays(-1), 1, Duration.ZERO))
                .hasMessageContaining("waymark.replay.every");
    }
}
