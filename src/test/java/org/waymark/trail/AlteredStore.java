package org.waymark.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.types.Binary;
import org.waymark.trail.keys.ContentKey;
import org.waymark.trail.keys.PersonKeys;

/** Changes what is recorded, as somebody would who has the store and its master key. */
public final class AlteredStore {

    private AlteredStore() {}

    /**
     * Puts another text in the place of one of an entry's, sealed by the entry's own key, so that it opens as it did.
     *
     * @return the document as it was, to be put back
     */
    public static Document alter(
            MongoDatabase database, PersonKeys keys, String id, String name, UnaryOperator<String> change)
            throws Exception {
        MongoCollection<Document> trail = database.getCollection("trail");
        Document before = trail.find(new Document("_id", id)).first();
        KeptKey kept = EntryDocument.key(before);
        ContentKey key = keys.named(List.of(kept.by()))
                .get(kept.by())
                .unwrap(kept.wrapped().getData(), id);
        Map<String, String> content =
                new LinkedHashMap<>(key.open(before.get("content", Binary.class).getData(), id));
        String changed = change.apply(content.get(name));
        assertThat(changed).isNotEqualTo(content.put(name, changed));
        trail.replaceOne(
                new Document("_id", id), new Document(before).append("content", new Binary(key.seal(content, id))));
        return before;
    }

    /** Puts an entry's document back. */
    public static void restore(MongoDatabase database, Document document) {
        database.getCollection("trail").replaceOne(new Document("_id", document.get("_id")), document);
    }
}
