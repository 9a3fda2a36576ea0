package org.waymark.casework.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.waymark.casework.DecisionEvents;
import org.waymark.casework.relay.DecisionSink.NotAcknowledged;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Entry;

/** Every event arrives at least once and in its young person's order, however often a relay ends, and wherever. */
class RelayPropertiesTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static Path folder;
    private static Store store;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("waymark-relay");
        store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC());
    }

    @AfterContainer
    static void close() {
        store.close();
    }

    /** Nodes whose relays end at any point, before, amid and after what they send, and get in each other's way. */
    private static final class Nodes {

        private final Random chance;
        private final List<Event> arrived = new ArrayList<>();
        private final List<Relay> relays = new ArrayList<>();
        private final RelayCounts counts = new RelayCounts();
        private boolean calm;
        private int depth;

        Nodes(RecordedDecisions recorded, Random chance) {
            this.chance = chance;
            relays.add(recorded.relay(counts, this::send));
            relays.add(recorded.relay(counts, this::send));
        }

        private void send(List<Event> round) {
            assertThat(round.stream().map(Event::youngPerson)).doesNotHaveDuplicates();
            if (calm) {
                arrived.addAll(round);
                return;
            }
            meanwhileAnother();
            round.stream().filter(event -> chance.nextInt(4) > 0).forEach(arrived::add);
            if (!arrived.containsAll(round) || chance.nextInt(3) == 0) {
                throw new NotAcknowledged("some may have arrived, and some not");
            }
            meanwhileAnother();
        }

        /** Both believe that they hold the lease: the other does a page of its own while this one waits. */
        private void meanwhileAnother() {
            if (depth < 2 && chance.nextInt(3) == 0) {
                depth++;
                step();
                depth--;
            }
        }

        void step() {
            try {
                relays.get(chance.nextInt(relays.size())).page();
            } catch (NotAcknowledged again) {
                assertThat(calm).isFalse();
            }
        }

        void finish() {
            calm = true;
            while (relays.get(0).page()) {
                assertThat(arrived).isNotEmpty();
            }
        }
    }

    @Property(tries = 30)
    void nothingIsLeftOutOrOvertakenWhereverARelayEnds(@ForAll long seed) {
        Random chance = new Random(seed);
        RecordedDecisions recorded = new RecordedDecisions(
                store.client().getDatabase("relay" + NUMBER.incrementAndGet()), folder.resolve("c" + NUMBER.get()));
        Nodes nodes = new Nodes(recorded, chance);
        Map<String, String> latest = new HashMap<>();
        long cursor = -1;
        for (int i = 0; i < 12; i++) {
            something(recorded, chance, latest);
            if (chance.nextInt(3) == 0) {
                recorded.log();
            }
            nodes.step();
            assertThat(recorded.cursor()).as("the cursor goes back").isGreaterThanOrEqualTo(cursor);
            cursor = recorded.cursor();
            assertThat(passed(recorded, cursor)).isSubsetOf(ids(nodes.arrived));
        }
        recorded.log();
        nodes.finish();

        assertThat(ids(nodes.arrived)).containsExactlyInAnyOrderElementsOf(recorded.due);
        assertThat(recorded.cursor()).isEqualTo(recorded.logs.log().size());
        Map<String, List<String>> byPerson = new HashMap<>();
        Set<String> first = new LinkedHashSet<>();
        nodes.arrived.stream()
                .filter(event -> first.add(event.id()))
                .forEach(event -> byPerson.computeIfAbsent(event.youngPerson().reference(), one -> new ArrayList<>())
                        .add(event.id()));
        byPerson.values()
                .forEach(ids -> assertThat(ids)
                        .isEqualTo(recorded.due.stream().filter(ids::contains).toList()));
    }

    private static void something(RecordedDecisions recorded, Random chance, Map<String, String> latest) {
        String reference = "P" + chance.nextInt(3);
        String decision = latest.get(reference);
        switch (chance.nextInt(4)) {
            case 0 -> recorded.looked(reference);
            case 1 -> {
                if (decision != null) {
                    recorded.confirmed(reference, decision);
                }
            }
            default -> {
                Entry entry = recorded.decided(reference);
                latest.put(reference, entry.decisionId());
            }
        }
    }

    /** The events that lie before the cursor: no crash may lose them any more. */
    private static List<String> passed(RecordedDecisions recorded, long cursor) {
        List<String> ids = new ArrayList<>();
        for (long leaf = 0; leaf < cursor; leaf++) {
            Entry entry = recorded.entries
                    .of(List.of(recorded.logs.log().entry(leaf).orElseThrow()))
                    .get(0);
            new DecisionEvents(recorded.trail).of(entry).map(Event::id).ifPresent(ids::add);
        }
        return ids;
    }

    private static Set<String> ids(List<Event> events) {
        Set<String> ids = new LinkedHashSet<>();
        events.forEach(event -> ids.add(event.id()));
        return ids;
    }
}
