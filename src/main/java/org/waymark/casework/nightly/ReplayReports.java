package org.waymark.casework.nightly;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.waymark.assessment.Json;
import org.waymark.trail.TrailUnavailable;

/**
 * What came of the last run, on whichever node it was, and when the next is due. One node takes each turn; one that ends
 * in the middle of it leaves the next to come as if it had finished.
 *
 * <p>Every method throws {@link TrailUnavailable} where the store does not answer.
 */
final class ReplayReports {

    private static final Document LATEST = new Document("_id", "latest");
    private static final Document TURN = new Document("_id", "turn");
    private static final String DUE = "due";
    private static final String REPORT = "report";

    private final MongoCollection<Document> replays;

    ReplayReports(MongoDatabase database) {
        this.replays = database.getCollection("replays");
    }

    /** Takes the turn that is due, if one is and no other node was faster. The very first is due at {@code next}. */
    boolean take(Instant now, Instant next) {
        return reaching(() -> {
            Document found = replays.find(TURN).first();
            if (found == null) {
                first(next);
                return false;
            }
            return !found.getDate(DUE).toInstant().isAfter(now)
                    && replays.replaceOne(found, turn(next)).getModifiedCount() == 1;
        });
    }

    /** Lets the next turn come at another moment. */
    void due(Instant next) {
        reaching(() -> replays.replaceOne(TURN, turn(next), new ReplaceOptions().upsert(true)));
    }

    private void first(Instant next) {
        try {
            replays.insertOne(turn(next));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    private static Document turn(Instant due) {
        return new Document(TURN).append(DUE, Date.from(due));
    }

    void keep(ReplayReport report) {
        Document kept = new Document(LATEST).append(REPORT, Json.write(report));
        reaching(() -> replays.replaceOne(LATEST, kept, new ReplaceOptions().upsert(true)));
    }

    /** The JSON of the last report; nothing where none ever ran to its end. */
    Optional<String> latest() {
        return reaching(() -> Optional.ofNullable(replays.find(LATEST).first()).map(kept -> kept.getString(REPORT)));
    }

    private static <T> T reaching(Supplier<T> step) {
        try {
            return step.get();
        } catch (MongoException e) {
            throw new TrailUnavailable("the store of replays does not answer", e);
        }
    }
}
