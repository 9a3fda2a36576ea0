package org.waymark.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;

/**
 * Lets one process at a time do some work of all. It is for economy only: where clocks differ or one was asleep, two
 * believe that they hold it. What must not happen twice has to be decided by a write that only one of them can win.
 *
 * <p>Every method throws {@link com.mongodb.MongoException} where the store does not answer. For one thread at a time.
 */
public final class Lease {

    /** How long after its last sign of life another may take over. */
    public static final Duration TERM = Duration.ofSeconds(10);

    private final MongoCollection<Document> meta;
    private final String name;
    private final Clock clock;
    private final String holder = UUID.randomUUID().toString();

    /** @param name what the work is called, the same on every node */
    public Lease(MongoDatabase database, String name, Clock clock) {
        this.meta = database.getCollection("meta");
        this.name = name;
        this.clock = clock;
    }

    /** Takes or renews the lease; false where another has it. */
    public boolean take() {
        Instant now = Instant.now(clock);
        Document mine = new Document("_id", name).append("holder", holder).append("until", Date.from(now.plus(TERM)));
        Document found = meta.find(new Document("_id", name)).first();
        if (found == null) {
            return first(mine);
        }
        Instant until = found.getDate("until").toInstant();
        // An idle service looks twice a second, and need not write each time to say so.
        if (holder.equals(found.getString("holder")) && until.isAfter(now.plus(TERM.dividedBy(2)))) {
            return true;
        }
        boolean free = holder.equals(found.getString("holder")) || until.isBefore(now);
        return free && meta.replaceOne(found, mine).getMatchedCount() == 1;
    }

    /** Gives it back, so that another need not wait for its end. */
    public void release() {
        meta.deleteOne(new Document("_id", name).append("holder", holder));
    }

    private boolean first(Document mine) {
        try {
            meta.insertOne(mine);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }
}
