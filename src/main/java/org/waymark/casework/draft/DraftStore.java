package org.waymark.casework.draft;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.waymark.trail.Person;
import org.waymark.trail.TrailUnavailable;

/**
 * The collection of drafts. The owner's pseudonym begins a draft's id, so that one's drafts are a stretch of ids; what is
 * asked while somebody types is served by an index in the embedded store too, which knows ids, and the very keys of
 * unique indexes. What goes by time or by young person is asked seldom, and looks through all drafts there.
 *
 * <p>Every method throws {@link TrailUnavailable} where the store does not answer.
 */
final class DraftStore {

    private static final String ID = "_id";

    private final MongoCollection<Document> drafts;

    DraftStore(MongoDatabase database) {
        this.drafts = database.getCollection("drafts");
        // Unique by the id in each: the embedded store makes no other.
        index(new Document(ID, 1).append(KeptDraft.REVISION, 1));
        index(new Document(KeptDraft.CHANGED, 1).append(ID, 1));
        index(new Document(KeptDraft.ABOUT, 1).append(ID, 1));
    }

    private void index(Document keys) {
        reaching(() -> drafts.createIndex(keys, new IndexOptions().unique(true)));
    }

    void add(KeptDraft draft) {
        reaching(() -> drafts.insertOne(draft.document()));
    }

    Optional<KeptDraft> find(String place) {
        return reaching(() ->
                        Optional.ofNullable(drafts.find(new Document(ID, place)).first()))
                .map(KeptDraft::of);
    }

    /** Puts the draft in the place of that revision; false where another is there, or none. */
    boolean replace(long revision, KeptDraft draft) {
        Document read = new Document(ID, draft.place()).append(KeptDraft.REVISION, revision);
        return reaching(() -> drafts.replaceOne(read, draft.document())).getMatchedCount() == 1;
    }

    /** The places of one owner's drafts, so many at most. */
    List<String> places(String owner, int most) {
        String prefix = KeptDraft.place(owner, "");
        return reaching(() -> drafts.find(new Document(ID, new Document("$gt", prefix)))
                        .projection(new Document(ID, 1))
                        .sort(new Document(ID, 1))
                        .limit(most)
                        .map(found -> found.getString(ID))
                        .into(new ArrayList<>()))
                .stream()
                .filter(place -> place.startsWith(prefix))
                .toList();
    }

    List<KeptDraft> at(List<String> places) {
        if (places.isEmpty()) {
            return List.of();
        }
        return reaching(() -> drafts.find(new Document(ID, new Document("$in", places)))
                .map(KeptDraft::of)
                .into(new ArrayList<>()));
    }

    void remove(String place) {
        reaching(() -> drafts.deleteOne(new Document(ID, place)));
    }

    /** How many went that were changed last at that time or before. */
    long removeUnchangedSince(Instant time) {
        Document old = new Document(KeptDraft.CHANGED, new Document("$lte", Date.from(time)));
        return reaching(() -> drafts.deleteMany(old)).getDeletedCount();
    }

    void removeAbout(Person person) {
        reaching(() -> drafts.deleteMany(new Document(KeptDraft.ABOUT, person.pseudonym())));
    }

    private static <T> T reaching(Supplier<T> step) {
        try {
            return step.get();
        } catch (MongoException e) {
            throw new TrailUnavailable("the store of drafts does not answer", e);
        }
    }
}
