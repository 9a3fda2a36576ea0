package org.waymark.casework.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.waymark.casework.draft.DraftsAtWork.MORNING;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.assessment.PersonKey;
import org.waymark.trail.Erasing;
import org.waymark.trail.Erasure;
import org.waymark.trail.Person;
import org.waymark.trail.Trail;
import org.waymark.trail.Trails;
import org.waymark.trail.keys.MasterKey;

/** What somebody typed is kept for them, for nobody else, and for no longer than it should be. */
class FormDraftsTest {

    private static final String SEEN = "{\"note\": \"Seen by an aunt at the station\"}";
    private static final String MORE = "{\"note\": \"Seen by an aunt at the station, twice\"}";
    private static final PersonKey CHRIS = new PersonKey("sefton", "SEF-2026-0117");

    @TempDir
    private static Path folder;

    private static DraftsAtWork work;
    private static String keyset;
    private static FormDrafts drafts;

    @BeforeAll
    static void open() throws Exception {
        work = new DraftsAtWork(folder);
        keyset = MasterKey.make();
        drafts = work.under(keyset);
    }

    @AfterAll
    static void close() {
        work.close();
    }

    @BeforeEach
    void inTheMorning() {
        work.clock.at(MORNING);
        work.store.database().getCollection("drafts").deleteMany(new Document());
    }

    @Test
    void whatIsBegunIsFoundByItsOwnerAlone() {
        FormDraft begun = drafts.begin("ann", "sefton", SEEN);

        assertThat(begun).isEqualTo(new FormDraft(begun.id(), "ann", "sefton", MORNING, MORNING, 1, SEEN));
        assertThat(begun.id()).matches("[0-9a-hjkmnp-tv-z]{26}");
        assertThat(drafts.find(begun.id(), "ann")).contains(begun);
        assertThat(drafts.find(begun.id(), "bob")).isEmpty();
        assertThat(drafts.find("no-such-id", "ann")).isEmpty();
        assertThat(drafts.of("bob")).isEmpty();
        assertThatExceptionOfType(NoSuchDraft.class).isThrownBy(() -> drafts.save(begun.id(), "bob", 1, MORE));
        drafts.discard(begun.id(), "bob");
        assertThat(drafts.of("ann")).containsExactly(begun);
        drafts.discard(begun.id(), "ann");
        assertThat(drafts.find(begun.id(), "ann")).isEmpty();
        assertThatExceptionOfType(NoSuchDraft.class).isThrownBy(() -> drafts.save(begun.id(), "ann", 1, MORE));
    }

    @Test
    void aSaveThatWasOvertakenIsToldWhatIsKeptAndARepeatedOneIsNone() throws Exception {
        FormDraft begun = drafts.begin("ann", "sefton", SEEN);
        work.clock.at(MORNING.plusSeconds(5));

        FormDraft saved = drafts.save(begun.id(), "ann", 1, MORE);

        assertThat(saved)
                .isEqualTo(new FormDraft(begun.id(), "ann", "sefton", MORNING, MORNING.plusSeconds(5), 2, MORE));
        assertThat(drafts.find(begun.id(), "ann")).contains(saved);
        StaleDraft stale =
                catchThrowableOfType(StaleDraft.class, () -> drafts.save(begun.id(), "ann", 1, "{\"other\": 1}"));
        assertThat(stale.stored()).isEqualTo(saved);
        assertThat(drafts.save(begun.id(), "ann", 1, MORE))
                .as("the answer was lost, and it is sent again")
                .isEqualTo(saved);
        assertThat(drafts.find(begun.id(), "ann")).contains(saved);
    }

    @Test
    void ofSeveralTabsThatSaveAtOnceOneIsKeptAndTheOthersAreToldOfIt() throws Exception {
        FormDraft begun = drafts.begin("ann", "sefton", SEEN);
        AtomicInteger overtaken = new AtomicInteger();
        List<FormDraft> saved = atOnce(8, tab -> {
            try {
                return drafts.save(begun.id(), "ann", 1, "{\"tab\": " + tab + "}");
            } catch (StaleDraft stale) {
                overtaken.incrementAndGet();
                return stale.stored();
            }
        });

        assertThat(overtaken).hasValue(7);
        assertThat(drafts.find(begun.id(), "ann").orElseThrow().revision()).isEqualTo(2);
        assertThat(saved).containsOnly(drafts.find(begun.id(), "ann").orElseThrow());
    }

    @Test
    void theOneThatWasChangedLastIsListedFirst() throws Exception {
        FormDraft first = drafts.begin("ann", "sefton", SEEN);
        work.clock.at(MORNING.plusSeconds(1));
        FormDraft second = drafts.begin("ann", "knowsley", SEEN);
        drafts.begin("bob", "sefton", SEEN);
        assertThat(drafts.of("ann")).containsExactly(second, first);
        work.clock.at(MORNING.plusSeconds(2));
        FormDraft changed = drafts.save(first.id(), "ann", 1, MORE);
        assertThat(drafts.of("ann")).containsExactly(changed, second);
    }

    @Test
    void aDraftPastItsTimeIsNotFoundAndIsDeletedAndASaveKeepsItLonger() throws Exception {
        FormDraft left = drafts.begin("ann", "sefton", SEEN);
        FormDraft kept = drafts.begin("ann", "sefton", SEEN);
        work.clock.at(MORNING.plus(Duration.ofDays(29)));
        FormDraft saved = drafts.save(kept.id(), "ann", 1, MORE);
        assertThat(drafts.find(left.id(), "ann")).contains(left);

        work.clock.at(MORNING.plus(Duration.ofDays(30)));

        assertThat(drafts.find(left.id(), "ann")).isEmpty();
        assertThat(drafts.of("ann")).containsExactly(saved);
        assertThatExceptionOfType(NoSuchDraft.class).isThrownBy(() -> drafts.save(left.id(), "ann", 1, MORE));
        assertThat(stored()).isEqualTo(2);
        assertThat(drafts.tidy()).isEqualTo(1);
        assertThat(stored()).isEqualTo(1);
        assertThat(drafts.of("ann")).containsExactly(saved);
    }

    @Test
    void onePersonHasFiftyAtMostAndThoseThatAreOverDoNotCount() throws Exception {
        List<FormDraft> begun = atOnce(8, thread -> {
            FormDraft last = drafts.begin("ann", "sefton", SEEN);
            for (int i = 1; i < 6; i++) {
                last = drafts.begin("ann", "sefton", SEEN);
            }
            return last;
        });
        assertThat(drafts.of("ann")).hasSize(48).containsAll(begun);
        drafts.begin("ann", "sefton", SEEN);
        drafts.begin("ann", "sefton", SEEN);

        assertThatExceptionOfType(TooManyDrafts.class)
                .isThrownBy(() -> drafts.begin("ann", "sefton", SEEN))
                .withMessageContaining("50")
                .withMessageContaining("discard");
        assertThat(stored()).isEqualTo(50);
        drafts.begin("bob", "sefton", SEEN);
        work.clock.at(MORNING.plus(Duration.ofDays(31)));
        assertThat(drafts.of("ann")).isEmpty();
        drafts.begin("ann", "sefton", SEEN);
        assertThat(drafts.of("ann")).hasSize(1);
    }

    @Test
    void ofManyThatAreBegunAtOnceNoMoreThanFiftyAreKept() throws Exception {
        IntStream.range(0, 48).forEach(i -> drafts.begin("ann", "sefton", SEEN));
        AtomicInteger refused = new AtomicInteger();
        atOnce(8, thread -> {
            try {
                return drafts.begin("ann", "sefton", SEEN);
            } catch (TooManyDrafts full) {
                refused.incrementAndGet();
                return null;
            }
        });
        assertThat(stored()).isLessThanOrEqualTo(50).isEqualTo(56 - refused.get());
    }

    @Test
    void moreThanIsKeptOfOneFormIsRefusedAndTheWholeOfTheRestIsKept() throws Exception {
        String longest = "\"" + "é".repeat(FormDrafts.MOST_BYTES / 2 - 1) + "\"";
        FormDraft begun = drafts.begin("ann", "sefton", longest);
        assertThat(drafts.find(begun.id(), "ann")).contains(begun);
        assertThatExceptionOfType(DraftTooLarge.class)
                .isThrownBy(() -> drafts.begin("ann", "sefton", longest + " "))
                .withMessageContaining("262145")
                .withMessageContaining("262144");
        assertThatExceptionOfType(DraftTooLarge.class)
                .isThrownBy(() -> drafts.save(begun.id(), "ann", 1, longest + " "));
        assertThat(drafts.of("ann")).containsExactly(begun);
    }

    @Test
    void nothingOfADraftCanBeReadInTheStoreNorMovedToAnother() throws Exception {
        FormDraft begun = drafts.begin("ann.screener", "sefton", SEEN, CHRIS);
        drafts.save(begun.id(), "ann.screener", 1, MORE);

        String stored = bytes();
        assertThat(stored).contains(begun.id());
        assertThat(stored).doesNotContain("aunt", "station", "ann.screener", "sefton", CHRIS.reference());

        FormDraft other = drafts.begin("bob", "sefton", SEEN);
        var collection = work.store.database().getCollection("drafts");
        Document from = document(begun.id());
        Document to = document(other.id());
        collection.replaceOne(
                new Document("_id", to.get("_id")),
                new Document(to).append("key", from.get("key")).append("sealed", from.get("sealed", Binary.class)));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> drafts.find(other.id(), "bob"))
                .withMessageContaining("changed in the store");
    }

    @Test
    void draftsAreReadAfterTheMasterKeyChangedAndNotByAnother() throws Exception {
        FormDraft begun = drafts.begin("ann", "sefton", SEEN);

        FormDrafts next = work.under(MasterKey.next(keyset));

        FormDraft saved = next.save(begun.id(), "ann", 1, MORE);
        assertThat(next.of("ann")).containsExactly(saved);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> drafts.find(begun.id(), "ann"));
        FormDrafts foreign = work.under(MasterKey.make());
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> foreign.find(begun.id(), "ann"));
    }

    @Test
    void anErasureTakesTheDraftsAboutThatYoungPersonAlong() throws Exception {
        drafts.begin("ann", "sefton", SEEN, CHRIS);
        FormDraft named = drafts.begin("bob", "sefton", SEEN);
        drafts.save(named.id(), "bob", 1, MORE, CHRIS);
        drafts.save(named.id(), "bob", 2, SEEN);
        FormDraft corrected = drafts.begin("bob", "sefton", SEEN, CHRIS);
        FormDraft elsewhere = drafts.save(corrected.id(), "bob", 1, SEEN, new PersonKey("knowsley", CHRIS.reference()));
        FormDraft nobody = drafts.begin("ann", "sefton", SEEN);

        erase(work.pseudonyms.person(CHRIS.area(), CHRIS.reference()));

        assertThat(drafts.of("ann")).containsExactly(nobody);
        assertThat(drafts.of("bob")).containsExactly(elsewhere);
    }

    @Test
    void theErasureOfOneContactLeavesDrafts() {
        FormDraft about = drafts.begin("ann", "sefton", SEEN, CHRIS);
        Person chris = work.pseudonyms.person(CHRIS.area(), CHRIS.reference());
        drafts.forget(new Erasure.Done("one contact", chris, false, Set.of()));
        assertThat(drafts.of("ann")).containsExactly(about);
    }

    @Test
    void aTimeThatIsNoneIsRefusedByItsSetting() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new FormDrafts(
                        work.store.database(), MasterKey.read(keyset), work.pseudonyms, Duration.ZERO, work.clock))
                .withMessageContaining("`waymark.drafts.keep`");
    }

    /** Records a contact about the young person and erases all about them, as a manager would. */
    private static void erase(Person person) throws Exception {
        Trail trail = Trails.in(work.store.database());
        trail.append(person, 1, Trails.screened("contact-1"));
        new Erasing(work.store.database(), trail, Trails.keys(work.store.database()), (entry, id) -> false, drafts)
                .erase(new Erasure.Order(
                        person, null, "manager", Instant.parse("2026-03-02T10:00:00Z"), "misfiled", "Misfiled."));
    }

    private static long stored() {
        return work.store.database().getCollection("drafts").countDocuments();
    }

    private static Document document(String id) {
        return work.store.database().getCollection("drafts").find().into(new ArrayList<>()).stream()
                .filter(one -> one.getString("_id").endsWith(id))
                .findFirst()
                .orElseThrow();
    }

    private static String bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String name : work.store.database().listCollectionNames()) {
            for (RawBsonDocument raw : work.store
                    .database()
                    .getCollection(name, RawBsonDocument.class)
                    .find()) {
                all.writeBytes(raw.getByteBuffer().array());
            }
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    private interface Step {
        FormDraft of(int number) throws Exception;
    }

    private static List<FormDraft> atOnce(int threads, Step step) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<FormDraft>> steps = IntStream.range(0, threads)
                    .mapToObj(number -> (Callable<FormDraft>) () -> step.of(number))
                    .toList();
            List<FormDraft> done = new ArrayList<>();
            for (Future<FormDraft> one : executor.invokeAll(steps)) {
                done.add(one.get());
            }
            return done;
        } finally {
            executor.shutdownNow();
        }
    }
}
