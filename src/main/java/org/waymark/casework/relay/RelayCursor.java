package org.waymark.casework.relay;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.bson.Document;

/**
 * Up to which leaf of the log everything was passed on. It is moved only from the place that was read to one further on,
 * so of two who work at once one loses, and neither takes it back.
 *
 * <p>Every method throws {@link com.mongodb.MongoException} where the store does not answer.
 */
public final class RelayCursor {

    private static final String LEAF = "leaf";

    private final MongoCollection<Document> meta;
    private final Document self;

    RelayCursor(MongoDatabase database) {
        this(database, "relayed-decisions");
    }

    /** @param name of what is passed on, like no other */
    public RelayCursor(MongoDatabase database, String name) {
        this.self = new Document("_id", name);
        this.meta = database.getCollection("meta");
    }

    /** The first leaf that may not have been passed on; nothing before the first start. */
    public OptionalLong at() {
        Document found = meta.find(self).first();
        return found == null ? OptionalLong.empty() : OptionalLong.of(found.getLong(LEAF));
    }

    /** The same; where this is the first start, the leaf that is begun with, which is kept. */
    public long at(LongSupplier start) {
        OptionalLong found = at();
        if (found.isPresent()) {
            return found.getAsLong();
        }
        begin(start.getAsLong());
        return at().orElseThrow();
    }

    private void begin(long leaf) {
        try {
            meta.insertOne(place(leaf));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Another node was faster, and where it begins is where all do.
        }
    }

    /**
     * Moves on. All before {@code to} must have been passed on.
     *
     * @param from where it was read
     * @return whether it was there still
     */
    public boolean advance(long from, long to) {
        if (to <= from) {
            throw new IllegalArgumentException("from leaf " + from + " there is no way on to " + to);
        }
        return meta.replaceOne(place(from), place(to)).getMatchedCount() == 1;
    }

    private Document place(long leaf) {
        return new Document(self).append(LEAF, leaf);
    }
}
