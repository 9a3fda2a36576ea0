package org.waymark.store;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;

/** Proves that the store can be written by replacing one small document, with the write concern that entries get. */
final class WriteProbe implements StoreHealth {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Document SELF = new Document("_id", "probe");

    private final MongoDatabase database;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile StoreState last = new StoreState(false, "not looked at yet", Instant.MIN);

    WriteProbe(MongoDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public StoreState check() {
        // One looks at a time, so that a store that hangs does not gather callers.
        if (!looking.tryLock()) {
            return last;
        }
        try {
            Instant now = clock.instant();
            if (now.isAfter(last.checkedAt().plus(FRESH)) || now.isBefore(last.checkedAt())) {
                last = look(now);
            }
            return last;
        } finally {
            looking.unlock();
        }
    }

    private StoreState look(Instant now) {
        try {
            database.runCommand(new Document("ping", 1));
            Document proof = new Document(SELF).append("checkedAt", Date.from(now));
            database.getCollection("health").replaceOne(SELF, proof, new ReplaceOptions().upsert(true));
            return new StoreState(true, "writable", now);
        } catch (MongoException e) {
            return new StoreState(false, reason(e), now);
        }
    }

    private static String reason(MongoException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
