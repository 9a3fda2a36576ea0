package org.waymark.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.casework.Engine;
import org.waymark.casework.Screening;
import org.waymark.casework.SetClock;
import org.waymark.policy.PolicyEvent.Approved;
import org.waymark.policy.PolicyEvent.Drafted;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.ruleset.RuleSetReader;
import org.waymark.screening.rule.RuleSet;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.Trails;

/**
 * Versions are put in force by turns while young people are screened: each is compiled anew and let go again, no
 * screening fails or is of two versions, and in the end the JVM holds what it held near the start.
 */
class ActivationsUnderLoadTest {

    /** Of the repository's own rules. */
    private static final int ACTIVATIONS = Integer.getInteger("waymark.activations", 4);

    private static final int OF_SMALL_RULES = 15;
    private static final int THREADS = 3;
    private static final String WHY = "Agreed by the policy board on 3 March, minute 7.";

    /** Longer than a version that nobody wants is kept for the screenings that began on it. */
    private static final Duration UNTIL_LET_GO = Duration.ofSeconds(31);

    /** A few screenings under way, and what the store keeps of the log; a version of the repository's takes more. */
    private static final long HEAP_SLACK_KIB = 8 * 1024;

    /** A clock that the test moves. */
    @TempDir
    private Path folder;

    private final SetClock now = new SetClock(Load.LATER);
    private final RuleSetInForce inForce = new RuleSetInForce();
    private Store store;
    private PolicyLog log;
    private RuleSetArchive archive;
    private Policy policy;
    private Keeper keeper;
    private Screening screening;

    @BeforeEach
    void open() {
        store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC());
        Trail trail = Trails.in(store.database());
        Pseudonyms pseudonyms = Pseudonyms.open(folder.resolve("keys/pseudonym.key"), store.database());
        log = new PolicyLog(trail, pseudonyms, now);
        archive = new RuleSetArchive(store.database());
        policy = new Policy(log, archive, id -> Optional.empty(), files -> List.of());
        keeper = new Keeper(log, new ReadySets(archive::files, new OwnTests()), inForce);
        screening = new Screening(inForce, trail, pseudonyms, now, new Engine("test", "test"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void smallVersionsComeAndGoAndLeaveNothingBehind() throws Exception {
        assertFlat(TwoVersions.small(), OF_SMALL_RULES, 5);
    }

    @Test
    void theVersionsOfThisRepositoryComeAndGoAndLeaveNothingBehind() throws Exception {
        assertFlat(TwoVersions.real(), ACTIVATIONS, ACTIVATIONS < 100 ? 2 : 50);
    }

    /** From one activation to the last, many of them, the JVM may not grow by the classes of a single version. */
    private void assertFlat(TwoVersions versions, int activations, int from) throws Exception {
        SortedMap<Integer, Footprint> seen = activated(versions, activations);
        int ofOneVersion = classesOf(versions.first());
        System.out.printf("activations: %s; a version has %,d classes%n", seen, ofOneVersion);

        assertThat(seen.get(activations).classes() - seen.get(from).classes())
                .as("classes more after activation %d than after %d", activations, from)
                .isLessThan(ofOneVersion);
        assertThat(seen.get(activations).heapKiB() - seen.get(from).heapKiB())
                .as("KiB of heap more after activation %d than after %d", activations, from)
                .isLessThan(HEAP_SLACK_KIB);
    }

    private static int classesOf(RuleFiles files) throws Exception {
        int before = Footprint.settled().classes();
        RuleSet held = RuleSetReader.read(files);
        int with = Footprint.settled().classes();
        held.engine().close();
        return with - before;
    }

    /** Puts the two in force by turns, with screenings all the while; what the JVM held after some of the turns. */
    private SortedMap<Integer, Footprint> activated(TwoVersions versions, int activations) throws Exception {
        SortedMap<Integer, Footprint> seen = new TreeMap<>();
        approved(versions.first());
        approved(versions.second());
        activate(versions.first().hash());
        try (Load load = new Load(versions, inForce, screening)) {
            load.start(THREADS);
            for (int turn = 1; turn <= activations; turn++) {
                RuleFiles next = turn % 2 == 0 ? versions.first() : versions.second();
                long before = screenedBy(load, next);
                activate(next.hash());
                awaitScreening(load, next, before);
                assertThat(load.faults()).isEmpty();
                if (Set.of(2, 5, 10, 50, 100, activations).contains(turn)) {
                    seen.put(turn, Footprint.settled());
                }
            }
            System.out.println("screenings by version: " + load.counts());
        }
        return seen;
    }

    private void approved(RuleFiles files) throws Exception {
        String name = RuleSetReader.check(files).manifest().name();
        archive.keep(files);
        log.append("policy", ledger -> Optional.of(new Drafted(files.hash(), name, "A version of this test.", null)));
        log.append("approver", ledger -> Optional.of(new Approved(files.hash(), WHY, List.of())));
    }

    /** In force at the first look; at the second, when it is time, the version before it is let go. */
    private void activate(String hash) throws PolicyRefusal {
        policy.activate(hash, Set.of(RuleSetInForce.EVERYWHERE), null, WHY, List.of(), "approver");
        keeper.look();
        assertThat(inForce.trouble()).isEmpty();
        assertThat(inForce.require().ruleSet().hash()).isEqualTo(hash);
        now.at(now.instant().plus(UNTIL_LET_GO));
        keeper.look();
    }

    private static long screenedBy(Load load, RuleFiles files) {
        return load.counts().get(files.hash());
    }

    private static void awaitScreening(Load load, RuleFiles files, long before) throws InterruptedException {
        while (screenedBy(load, files) <= before + THREADS && load.faults().isEmpty()) {
            Thread.sleep(1);
        }
    }
}
