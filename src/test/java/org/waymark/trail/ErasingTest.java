package org.waymark.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.waymark.trail.Drafts.person;
import static org.waymark.trail.Drafts.screened;
import static org.waymark.trail.Drafts.submission;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.store.Store;

/** What is erased is gone, whatever happens on the way; all else stays, and so do the hashes. */
@ParameterizedClass
@MethodSource("org.waymark.trail.TrailStores#available")
class ErasingTest {

    private static final String REASON = "Recorded about the wrong child; UK GDPR article 17.";

    @Parameter
    TrailStores kind;

    @TempDir
    Path folder;

    private final List<Erasure.Done> forgotten = new ArrayList<>();
    private Store store;
    private Trail trail;

    @BeforeEach
    void open() throws Exception {
        store = kind.open(folder);
        trail = Trails.in(store.database());
    }

    @AfterEach
    void discard() {
        kind.discard(store, folder);
    }

    private Erasing erasing() {
        return erasing(store.database(), trail);
    }

    private Erasing erasing(MongoDatabase database, Trail on) {
        return new Erasing(
                database,
                on,
                Trails.keys(database),
                (entry, decision) -> decision.equals(entry.decisionId()),
                forgotten::add);
    }

    private static Erasure.Order all(Person person) {
        return new Erasure.Order(person, null, "manager", Drafts.RECORDED, "right-to-erasure", REASON);
    }

    private static Erasure.Order one(Person person, String assessmentId) {
        String decision = Drafts.NAMES.decisionId(submission(assessmentId));
        return new Erasure.Order(person, decision, "manager", Drafts.RECORDED, "misfiled", REASON);
    }

    private void record(Person person, String... assessmentIds) {
        for (String id : assessmentIds) {
            Draft draft = screened(id, Map.of("assessment", "{\"note\":\"what was said of " + id + "\"}"));
            assertThat(trail.append(person, trail.of(person).size() + 1L, draft))
                    .isInstanceOf(Appended.Recorded.class);
        }
    }

    private List<Document> documents(Person person) {
        List<Document> found = new ArrayList<>();
        trail.of(person)
                .forEach(entry -> found.add(store.database()
                        .getCollection("trail")
                        .find(new Document("_id", entry.id()))
                        .first()));
        return found;
    }

    private List<String> hashes(Person person) {
        return documents(person).stream()
                .map(document -> EntryDocument.sealed(document).hash())
                .toList();
    }

    @Test
    void oneContactGoesAndTheOthersStay() throws Exception {
        Person person = person("LCS-1");
        record(person, "A", "B", "C");
        List<String> before = hashes(person);

        Entry erased = erasing().erase(one(person, "B"));

        assertThat(erased.kind()).isEqualTo(Kind.ERASED);
        assertThat(erased.content().get("erasure"))
                .contains("\"scope\":\"contact\"", "\"entries\":[\"" + Entry.id(person, 2) + "\"]", REASON);
        assertThat(trail.of(person)).extracting(Entry::erased).containsExactly(false, true, false, false);
        assertThat(trail.of(person).get(1).content()).isEmpty();
        assertThat(trail.bySubmission(submission("B")).orElseThrow().erased()).isTrue();
        assertThat(hashes(person)).startsWith(before.toArray(String[]::new));
        assertThat(documents(person))
                .extracting(one -> one.containsKey("key"))
                .containsExactly(true, false, true, false);
        assertThat(forgotten).singleElement().satisfies(done -> {
            assertThat(done.whole()).isFalse();
            assertThat(done.submissions()).containsExactly(submission("B"));
        });
    }

    @Test
    void allAboutAPersonGoesAndWhoComesAgainBeginsAnew() throws Exception {
        Person person = person("LCS-2");
        record(person, "D", "E");
        record(person("LCS-3"), "F");
        List<String> before = hashes(person);

        erasing().erase(all(person));
        record(person, "G");

        assertThat(trail.of(person)).extracting(Entry::erased).containsExactly(true, true, false, false);
        assertThat(trail.of(person).get(3).content().get("assessment")).contains("what was said of G");
        assertThat(trail.of(person("LCS-3")).get(0).erased()).isFalse();
        assertThat(hashes(person)).startsWith(before.toArray(String[]::new));
        Document key = store.database()
                .getCollection("person-keys")
                .find(new Document("_id", person.pseudonym() + "#1"))
                .first();
        assertThat(key).containsEntry("state", "destroyed").doesNotContainKey("wrapped");
        assertThatExceptionOfType(NothingToErase.class)
                .isThrownBy(() -> erasing().erase(one(person, "D")));

        erasing().erase(all(person));

        assertThat(trail.of(person)).extracting(Entry::erased).containsExactly(true, true, false, true, false);
    }

    @Test
    void aKeyThatWasCopiedBesideItsEntryOpensNothingOnceThePersonsKeyIsDestroyed() throws Exception {
        Person person = person("LCS-4");
        record(person, "H");
        Document before = documents(person).get(0);

        erasing().erase(all(person));
        store.database().getCollection("trail").replaceOne(new Document("_id", before.get("_id")), before);

        assertThat(trail.bySubmission(submission("H")).orElseThrow().erased()).isTrue();
    }

    @Test
    void aHoldForbidsItUntilItIsReleased() throws Exception {
        Person person = person("LCS-5");
        record(person, "I");
        hold(person, Kind.HELD);

        for (Erasure.Order order : List.of(all(person), one(person, "I"))) {
            assertThatExceptionOfType(UnderHold.class)
                    .isThrownBy(() -> erasing().erase(order))
                    .withMessageContaining("`manager`")
                    .withMessageContaining("2026-03-11");
        }
        assertThat(trail.of(person)).noneMatch(Entry::erased);
        hold(person, Kind.RELEASED);
        erasing().erase(one(person, "I"));
        assertThat(trail.of(person).get(0).erased()).isTrue();
    }

    private void hold(Person person, Kind kind) {
        Draft draft = new Draft(
                kind,
                Drafts.NAMES.attempt(),
                null,
                "manager",
                Drafts.RECORDED,
                Map.of("hold", "{\"reason\":\"court\"}"));
        trail.append(person, trail.of(person).size() + 1L, draft);
    }

    @Test
    void aHoldThatCameFirstStrikesOutAnOrderThatACrashLeftBehind() throws Exception {
        Person person = person("LCS-6");
        record(person, "J");
        crash(all(person), 1, true);
        hold(person, Kind.HELD);

        erasing().resume();

        assertThat(trail.of(person)).noneMatch(Entry::erased);
        assertThat(pending()).isZero();
    }

    @Test
    void whereverItDiesItIsBroughtToItsEnd() throws Exception {
        int cases = 0;
        for (boolean whole : new boolean[] {true, false}) {
            for (boolean after : new boolean[] {false, true}) {
                for (int at = 1; diesAndEnds("X-" + whole + after + at, whole, at, after); at++) {
                    cases++;
                }
            }
        }
        // A person: order, close, order with keys, entry, destroy, unset, strike; a contact: order, entry, unset,
        // strike.
        assertThat(cases).isEqualTo(2 * 7 + 2 * 4);
    }

    private boolean diesAndEnds(String name, boolean whole, int at, boolean after) throws Exception {
        Person person = person(name);
        record(person, name + "-1", name + "-2");
        List<String> before = hashes(person);
        Erasure.Order order = whole ? all(person) : one(person, name + "-1");
        forgotten.clear();
        if (!crash(order, at, after)) {
            return false;
        }
        boolean ordered = pending() > 0 || trail.of(person).size() > 2;
        boolean decided = trail.of(person).size() > 2;
        assertThat(trail.of(person).get(0).erased()).as(name).isEqualTo(decided);

        erasing().resume();
        erasing().resume();

        if (!ordered) {
            assertThat(trail.of(person)).as(name).hasSize(2).noneMatch(Entry::erased);
            erasing().erase(order);
        }
        assertThat(trail.of(person)).as(name).extracting(Entry::erased).containsExactly(true, whole, false);
        assertThat(documents(person).get(0)).as(name).doesNotContainKey("key");
        assertThat(hashes(person)).as(name).startsWith(before.toArray(String[]::new));
        assertThat(pending()).as(name).isZero();
        assertThat(forgotten).as(name).isNotEmpty();
        return true;
    }

    /** Whether it died before its end. */
    private boolean crash(Erasure.Order order, int at, boolean after) throws Exception {
        BreakingStore breaking = new BreakingStore(store.database(), at, after);
        MongoDatabase database = breaking.database();
        Trail on = Trail.in(database, Trails.keys(database), Clock.systemUTC());
        // A process says first that it is there; that is no step of an erasure.
        on.append(person("somebody"), on.of(person("somebody")).size() + 1L, Drafts.tried());
        breaking.listen();
        try {
            erasing(database, on).erase(order);
        } catch (BreakingStore.Gone gone) {
            return true;
        }
        assertThat(breaking.happened()).isFalse();
        return false;
    }

    private long pending() {
        return store.database().getCollection("pending-erasures").countDocuments();
    }
}
