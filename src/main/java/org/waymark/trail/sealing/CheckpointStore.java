package org.waymark.trail.sealing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.log.SignedNote;

/**
 * Checkpoints in the store, with the signatures of witnesses as they come.
 *
 * <p>Every method throws {@link com.mongodb.MongoException} where the store does not answer.
 */
final class CheckpointStore {

    private static final Document NEWEST = new Document("_id", "log-checkpoint");
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> checkpoints;
    private final MongoCollection<Document> meta;

    CheckpointStore(MongoDatabase database) {
        this.checkpoints = database.getCollection("checkpoints");
        this.meta = database.getCollection("meta");
    }

    /**
     * A checkpoint as it is kept.
     *
     * @param signedAt when it was signed here
     */
    record Kept(long size, SignedNote note, Instant signedAt) {}

    /** The newest. */
    Optional<Kept> newest() {
        Document found = meta.find(NEWEST).first();
        return found == null ? Optional.empty() : of(found.getLong("size"));
    }

    /** The one of a size. */
    Optional<Kept> of(long size) {
        return Optional.ofNullable(kept(checkpoints.find(key(size)).first()));
    }

    /** Those from one size to another, both included. */
    List<Kept> among(long from, long to) {
        List<String> ids =
                LongStream.rangeClosed(from, to).mapToObj(CheckpointStore::id).toList();
        return checkpoints.find(new Document("_id", new Document("$in", ids))).into(new ArrayList<>()).stream()
                .map(CheckpointStore::kept)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** Keeps one, in the place of one of the same size with fewer signatures. */
    void keep(Kept kept) {
        checkpoints.replaceOne(
                key(kept.size()),
                key(kept.size())
                        .append("size", kept.size())
                        .append("note", kept.note().print())
                        .append("signedAt", Date.from(kept.signedAt())),
                UPSERT);
        if (newest().map(Kept::size).orElse(-1L) < kept.size()) {
            meta.replaceOne(NEWEST, new Document(NEWEST).append("size", kept.size()), UPSERT);
        }
    }

    private static @Nullable Kept kept(@Nullable Document found) {
        return found == null
                ? null
                : new Kept(
                        found.getLong("size"),
                        SignedNote.parse(found.getString("note")),
                        found.getDate("signedAt").toInstant());
    }

    private static Document key(long size) {
        return new Document("_id", id(size));
    }

    private static String id(long size) {
        return "%012d".formatted(size);
    }
}
