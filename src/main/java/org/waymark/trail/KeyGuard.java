package org.waymark.trail;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a store and its pseudonym key together. With another key nobody's earlier entries would be found, and every
 * child would look new: so the store holds the key's fingerprint, and a start with any other is refused.
 */
final class KeyGuard {

    private static final String ID = "pseudonym-key";
    private static final String FINGERPRINT = "fingerprint";

    private final MongoCollection<Document> meta;

    KeyGuard(MongoDatabase database) {
        this.meta = database.getCollection("meta");
    }

    Pseudonyms open(KeyFile file) {
        try {
            return matching(file);
        } catch (MongoException e) {
            throw new TrailUnavailable("the trail's store does not answer", e);
        }
    }

    private Pseudonyms matching(KeyFile file) {
        if (!file.exists()) {
            requireEmptyStore(file);
            file.create();
        }
        Pseudonyms pseudonyms = new Pseudonyms(file.read());
        claim(pseudonyms.fingerprint());
        if (!pseudonyms.fingerprint().equals(fingerprint())) {
            throw new TrailCannotStart(
                    "the pseudonym key file `" + file.path() + "` is not the one that this store was filled with, so"
                            + " nobody's history would be found; put back that key file, or name it with"
                            + " WAYMARK_PSEUDONYM_KEY_FILE",
                    null);
        }
        return pseudonyms;
    }

    private void requireEmptyStore(KeyFile file) {
        if (fingerprint() != null) {
            throw new TrailCannotStart(
                    "the pseudonym key file `" + file.path() + "` is missing, and this store was filled with a key, so"
                            + " nobody's history would be found; put back that key file, or name it with"
                            + " WAYMARK_PSEUDONYM_KEY_FILE",
                    null);
        }
    }

    /** The first key to come is the store's; of two at once the store decides. */
    private void claim(String fingerprint) {
        try {
            meta.insertOne(new Document("_id", ID).append(FINGERPRINT, fingerprint));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    private @Nullable String fingerprint() {
        Document found = meta.find(new Document("_id", ID)).first();
        return found == null ? null : found.getString(FINGERPRINT);
    }
}
