package org.waymark.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.trail.Drafts.person;
import static org.waymark.trail.Drafts.screened;
import static org.waymark.trail.Drafts.submission;
import static org.waymark.trail.Drafts.tried;

import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.store.Store;
import org.waymark.trail.Appended.Already;
import org.waymark.trail.Appended.Behind;
import org.waymark.trail.Appended.Recorded;
import org.waymark.trail.keys.PersonKeys;

@ParameterizedClass
@MethodSource("org.waymark.trail.TrailStores#available")
class MongoTrailTest {

    @Parameter
    TrailStores kind;

    @TempDir
    Path folder;

    private final Person chris = person("LCS-55512");
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

    @Test
    void nobodyHasATrailBeforeTheFirstEntry() {
        assertThat(trail.of(chris)).isEmpty();
        assertThat(trail.bySubmission(submission("MASH-1"))).isEmpty();
        assertThat(trail.byDecision("none")).isEmpty();
    }

    @Test
    void entriesComeBackOldestFirstAndOfOnePersonOnly() {
        Entry first = recorded(trail.append(chris, 1, screened("MASH-1")));
        Entry second = recorded(trail.append(chris, 2, screened("MASH-2")));
        trail.append(person("LCS-55513"), 1, screened("MASH-3"));
        assertThat(trail.of(chris)).containsExactly(first, second);
    }

    @Test
    void anEntryIsFoundByItsSubmissionAndByItsDecision() {
        Entry entry = recorded(trail.append(chris, 1, screened("MASH-1")));
        assertThat(trail.bySubmission(submission("MASH-1"))).contains(entry);
        assertThat(trail.byDecision(entry.decisionId())).contains(entry);
        assertThat(entry.id()).isEqualTo(chris.pseudonym() + ":0000000001");
    }

    @Test
    void everyByteOfTheContentComesBackInItsOrder() {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("outcome", "{ \"b\":1.10,\t\"a\" : 1e0,\"a\":null }\r\n");
        content.put("assessment", "{\"note\":\"Zoë 🙂 \\ud83d \u0000 \u2028\"}");
        content.put("engine", "");
        trail.append(chris, 1, screened("MASH-1", content));
        Map<String, String> found = trail.of(chris).get(0).content();
        assertThat(found).isEqualTo(content);
        assertThat(found.keySet()).containsExactly("outcome", "assessment", "engine");
    }

    @Test
    void theSameSubmissionAgainIsToldWhatWasRecordedFirst() {
        Entry first = recorded(trail.append(chris, 1, screened("MASH-1")));
        assertThat(trail.append(chris, 1, screened("MASH-1"))).isEqualTo(new Already(first));
        assertThat(trail.append(chris, 2, screened("MASH-1"))).isEqualTo(new Already(first));
        assertThat(trail.append(person("LCS-55513"), 1, screened("MASH-1"))).isEqualTo(new Already(first));
        assertThat(trail.of(chris)).hasSize(1);
    }

    @Test
    void aPlaceThatIsTakenSendsTheWriterBackToRead() {
        trail.append(chris, 1, screened("MASH-1"));
        assertThat(trail.append(chris, 1, screened("MASH-2"))).isEqualTo(new Behind());
        assertThat(trail.bySubmission(submission("MASH-2"))).isEmpty();
    }

    @Test
    void aPlaceCannotBeLeftEmpty() {
        assertThatThrownBy(() -> trail.append(chris, 2, screened("MASH-1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entry 2 cannot be recorded: there is no entry 1");
        assertThatThrownBy(() -> trail.append(chris, 0, screened("MASH-1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(trail.of(chris)).isEmpty();
    }

    @Test
    void whatWasOnlyTriedMayBeTriedAgain() {
        Entry first = recorded(trail.append(chris, 1, tried()));
        recorded(trail.append(chris, 2, tried()));
        assertThat(trail.of(chris)).hasSize(2).allMatch(entry -> entry.decisionId() == null);
        assertThat(trail.byDecision("none:" + first.id())).isEmpty();
    }

    @Test
    void aDecisionIdIsNeverSharedByTwoSubmissions() {
        Draft first = screened("MASH-1");
        trail.append(chris, 1, first);
        Draft other = new Draft(
                Kind.SCREENED, submission("MASH-2"), first.decisionId(), "screener", Drafts.RECORDED, first.content());
        assertThatThrownBy(() -> trail.append(chris, 2, other)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTrailOfAnyLengthIsReadWhole() {
        int last = 0;
        for (int length : List.of(15, 16, 17, 32, 260)) {
            IntStream.rangeClosed(last + 1, length)
                    .forEach(i -> recorded(trail.append(chris, i, screened("MASH-" + i))));
            last = length;
            assertThat(trail.of(chris))
                    .extracting(Entry::sequence)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, length).boxed().toList());
        }
    }

    @Test
    void aTrailOfTheLargestEntriesIsReadWhole() {
        Map<String, String> large = Map.of("assessment", "x".repeat(4 * 1024 * 1024));
        IntStream.rangeClosed(1, 12).forEach(i -> recorded(trail.append(chris, i, screened("MASH-" + i, large))));
        assertThat(trail.of(chris)).hasSize(12);
    }

    @Test
    void theHintOfATrailsLengthMayBeWrongOrLost() {
        IntStream.rangeClosed(1, 40).forEach(i -> trail.append(chris, i, screened("MASH-" + i)));
        Document self = new Document("_id", chris.pseudonym());
        store.database().getCollection("heads").replaceOne(self, new Document(self).append("sequence", 1L));
        assertThat(trail.of(chris)).hasSize(40);
        store.database().getCollection("heads").replaceOne(self, new Document(self).append("sequence", 1_000_000L));
        assertThat(trail.of(chris)).hasSize(40);
        store.database().getCollection("heads").deleteOne(self);
        assertThat(trail.of(chris)).hasSize(40);
    }

    @Test
    void aTrailWithALostEntryIsNotReadAsAShorterOne() {
        IntStream.rangeClosed(1, 3).forEach(i -> trail.append(chris, i, screened("MASH-" + i)));
        store.database().getCollection("trail").deleteOne(new Document("_id", Entry.id(chris, 2)));
        assertThatThrownBy(() -> trail.of(chris))
                .isInstanceOf(TrailUnavailable.class)
                .hasMessageContaining("entry 2 of a trail is lost");
    }

    @Test
    void entriesAreThereAfterTheStoreWasClosedAndOpenedAgain() throws Exception {
        Entry entry = recorded(trail.append(chris, 1, screened("MASH-1")));
        store.close();
        open();
        assertThat(trail.of(chris)).containsExactly(entry);
        assertThat(trail.append(chris, 2, screened("MASH-1"))).isEqualTo(new Already(entry));
    }

    @Test
    void eachEntryHoldsTheHashOfTheOneBefore() {
        trail.append(chris, 1, screened("MASH-1"));
        trail.append(chris, 2, screened("MASH-2"));
        trail.append(chris, 3, tried());
        List<SealedEntry> sealed =
                store
                        .database()
                        .getCollection("trail")
                        .find()
                        .map(EntryDocument::sealed)
                        .into(new ArrayList<>())
                        .stream()
                        .sorted(Comparator.comparingLong(SealedEntry::sequence))
                        .toList();
        assertThat(sealed.get(0).previous()).isNull();
        assertThat(sealed.get(1).previous()).isEqualTo(sealed.get(0).hash());
        assertThat(sealed.get(2).previous()).isEqualTo(sealed.get(1).hash());
    }

    @Test
    void anEntryThatWasChangedInTheStoreIsNotAnsweredAsIfItWereNot() {
        trail.append(chris, 1, screened("MASH-1"));
        MongoCollection<Document> entries = store.database().getCollection("trail");
        Document found = Objects.requireNonNull(entries.find().first());
        byte[] content = found.get("content", Binary.class).getData();
        content[20] ^= 1;
        entries.replaceOne(
                new Document("_id", found.getString("_id")),
                new Document(found).append("content", new Binary(content)));
        assertThatThrownBy(() -> trail.of(chris))
                .isInstanceOf(TrailUnavailable.class)
                .hasMessage("entry `" + found.getString("_id") + "` does not open: it was changed in the store");
    }

    @Test
    void whatIsUnderADestroyedKeyIsGoneAndTheNextEntryGetsAnother() {
        PersonKeys keys = Trails.keys(store.database());
        trail.append(chris, 1, screened("MASH-1"));
        List<String> closed = keys.close(chris.pseudonym());
        trail.append(chris, 2, screened("MASH-2"));
        keys.destroy(closed);
        trail.append(chris, 3, screened("MASH-3"));
        assertThat(trail.of(chris)).extracting(Entry::erased).containsExactly(true, false, false);
        assertThat(trail.of(chris).get(0).content()).isEmpty();
        assertThat(keys.close(chris.pseudonym())).hasSize(1).doesNotContainAnyElementsOf(closed);
    }

    @Test
    void noReferenceAndNoContentCanBeReadInTheStore() {
        trail.append(chris, 1, screened("MASH-1"));
        Document found = store.database().getCollection("trail").find().first();
        assertThat(found.toJson())
                .doesNotContain("55512")
                .doesNotContain("MASH")
                .doesNotContain("sefton");
    }

    private static Entry recorded(Appended appended) {
        assertThat(appended).isInstanceOf(Recorded.class);
        return ((Recorded) appended).entry();
    }
}
