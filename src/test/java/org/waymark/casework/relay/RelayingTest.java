package org.waymark.casework.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.casework.SetClock;
import org.waymark.casework.relay.DecisionSink.NotAcknowledged;
import org.waymark.store.Lease;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Entry;
import org.waymark.trail.Erasing;
import org.waymark.trail.Erasure;
import org.waymark.trail.Trails;

/** One node passes on for all; another takes over; what is erased is not told. */
class RelayingTest {

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock(Instant.parse("2026-03-11T10:31:00Z"));
    private final List<Event> arrived = new ArrayList<>();
    private Store store;
    private RecordedDecisions recorded;

    @BeforeEach
    void open() {
        store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC());
        recorded = new RecordedDecisions(store.database(), folder.resolve("checkpoints"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Relaying node(RelayStart start) {
        return recorded.relays(clock).to(arrived::addAll, start);
    }

    private List<String> ids() {
        return arrived.stream().map(Event::id).toList();
    }

    @Test
    void aProposalIsToldToTheLetterAndAnActAsTheTrailShowsIt() {
        String id = recorded.decided("P1").decisionId();
        recorded.confirmed("P1", id);
        recorded.log();
        node(RelayStart.BEGINNING).work();
        assertThat(ids()).containsExactly(id, id + "-2");
        assertThat(arrived.get(0).data()).isEqualTo(RecordedDecisions.decision("P1", id));
        assertThat(arrived.get(1).data())
                .startsWith("{\"sequence\":2,\"kind\":\"confirmed\"")
                .contains("\"decisionId\":\"" + id + "\"");
        assertThat(arrived.get(1).youngPerson()).isEqualTo(arrived.get(0).youngPerson());
    }

    @Test
    void oneNodeAtATimePassesOnAndAnotherTakesOverWhenItIsNotHeardOfAnyMore() {
        Relaying first = node(RelayStart.BEGINNING);
        Relaying second = node(RelayStart.BEGINNING);
        recorded.decided("P1");
        recorded.log();
        first.work();
        recorded.decided("P2");
        recorded.log();
        second.work();
        assertThat(arrived).hasSize(1);
        assertThat(first.holdsLease()).isTrue();
        assertThat(second.holdsLease()).isFalse();
        assertThat(second.lag()).isEqualTo(1);
        clock.at(clock.instant().plus(Lease.TERM).plusMillis(1));
        second.work();
        first.work();
        assertThat(ids()).isEqualTo(recorded.due);
        assertThat(second.holdsLease()).isTrue();
        assertThat(first.holdsLease()).isFalse();
    }

    @Test
    void aNodeThatCannotSendSaysWhyGivesWayAndGoesOnLater() {
        boolean[] gone = {true};
        Relaying lame = recorded.relays(clock)
                .to(
                        events -> {
                            if (gone[0]) {
                                throw new NotAcknowledged("the broker is gone");
                            }
                            arrived.addAll(events);
                        },
                        RelayStart.BEGINNING);
        recorded.decided("P1");
        recorded.log();
        lame.work();
        assertThat(lame.trouble()).contains("the broker is gone");
        assertThat(lame.holdsLease()).isFalse();
        assertThat(lame.lag()).isEqualTo(1);
        clock.at(RecordedDecisions.AT.plusSeconds(90));
        assertThat(lame.oldest()).isEqualTo(Duration.ofSeconds(90));
        Relaying sound = node(RelayStart.BEGINNING);
        sound.work();
        assertThat(ids()).isEqualTo(recorded.due);
        sound.stop();
        gone[0] = false;
        recorded.decided("P2");
        recorded.log();
        lame.work();
        assertThat(ids()).isEqualTo(recorded.due);
        assertThat(lame.trouble()).isEmpty();
        assertThat(lame.lag()).isZero();
        assertThat(lame.oldest()).isZero();
        assertThat(lame.sent(EventType.PROPOSED)).isEqualTo(1);
    }

    @Test
    void aNewStreamBeginsAtTheBeginningOrNowAndWhereItBeganIsKept() {
        recorded.decided("P1");
        recorded.log();
        node(RelayStart.NOW).work();
        assertThat(arrived).isEmpty();
        String next = recorded.decided("P1").decisionId();
        recorded.log();
        clock.at(clock.instant().plus(Lease.TERM).plusMillis(1));
        node(RelayStart.BEGINNING).work();
        assertThat(ids()).containsExactly(next);
    }

    @Test
    void whatIsErasedBeforeItWentOutIsPassedOverAndCounted() throws Exception {
        Entry gone = recorded.decided("P1");
        recorded.confirmed("P1", gone.decisionId());
        Entry stays = recorded.decided("P2");
        recorded.log();
        Erasing erasing = new Erasing(
                store.database(), recorded.trail, Trails.keys(store.database()), (entry, id) -> true, done -> {});
        erasing.erase(new Erasure.Order(
                gone.person(), null, "manager", RecordedDecisions.AT, "misfiled", "of another family"));
        recorded.log();
        Relaying node = node(RelayStart.BEGINNING);
        node.work();
        assertThat(ids()).containsExactly(stays.decisionId());
        assertThat(node.passedOver()).isEqualTo(2);
        assertThat(recorded.cursor()).isEqualTo(4);
    }

    @Test
    void whatIsDecidedToBeErasedIsNotToldThoughItsKeyIsThereStill() {
        Entry gone = recorded.decided("P1");
        recorded.erasureUnderWay("P1", List.of(gone));
        recorded.log();
        Relaying node = node(RelayStart.BEGINNING);
        node.work();
        assertThat(arrived).isEmpty();
        assertThat(node.passedOver()).isEqualTo(1);
    }

    @Test
    void manyPagesGoOutInOneGoInTheOrderOfTheLog() {
        for (int i = 0; i < 230; i++) {
            recorded.decided("P" + i % 90);
            if (i % 90 == 0) {
                recorded.log();
            }
        }
        recorded.log();
        Relaying node = node(RelayStart.BEGINNING);
        node.work();
        assertThat(ids()).hasSize(230).containsExactlyInAnyOrderElementsOf(recorded.due);
        assertThat(node.lag()).isZero();
    }

    @Test
    void itRunsByItselfAndGivesTheLeaseBackWhenItStops() {
        Relaying node = node(RelayStart.BEGINNING);
        node.start();
        recorded.decided("P1");
        recorded.log();
        await().until(() -> recorded.cursor() == 1);
        node.stop();
        assertThat(node.isRunning()).isFalse();
        Relaying next = node(RelayStart.BEGINNING);
        next.work();
        assertThat(next.holdsLease()).isTrue();
        assertThat(ids()).isEqualTo(recorded.due);
    }
}
