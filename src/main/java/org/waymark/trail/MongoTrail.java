package org.waymark.trail;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * The trail as one MongoDB document an entry. The person and place are the document's id and the submission is unique,
 * so that one insert decides both whether the place is free and whether the submission is new.
 *
 * <p>Every query is by id or by exactly the key of a unique index, as the embedded store serves no other from an index.
 */
final class MongoTrail implements Trail {

    private final MongoCollection<Document> entries;
    private final Heads heads;
    private final TrailReader reader;

    private MongoTrail(MongoDatabase database) {
        this.entries = database.getCollection("trail");
        this.heads = new Heads(database);
        this.reader = new TrailReader(entries, heads);
    }

    static MongoTrail in(MongoDatabase database) {
        MongoTrail trail = new MongoTrail(database);
        reaching(() -> trail.unique(EntryDocument.SUBMISSION));
        reaching(() -> trail.unique(EntryDocument.DECISION));
        return trail;
    }

    private String unique(String key) {
        return entries.createIndex(new Document(key, 1), new IndexOptions().unique(true));
    }

    @Override
    public List<Entry> of(Person person) {
        return reaching(() -> reader.of(person));
    }

    @Override
    public List<Entry> after(Person person, long sequence) {
        return reaching(() -> reader.after(person, sequence));
    }

    @Override
    public TrailWalk everything() {
        return new TrailWalk(reaching(reader::ids), ids -> reaching(() -> reader.named(ids)));
    }

    @Override
    public Optional<Entry> bySubmission(Submission submission) {
        return reaching(() -> find(EntryDocument.SUBMISSION, submission.pseudonym()));
    }

    @Override
    public Optional<Entry> byDecision(String decisionId) {
        return reaching(() -> find(EntryDocument.DECISION, decisionId))
                .filter(entry -> decisionId.equals(entry.decisionId()));
    }

    @Override
    public Appended append(Person person, long expectedSequence, Draft draft) {
        Entry entry = Entry.of(person, expectedSequence, draft);
        return reaching(() -> append(entry));
    }

    private Appended append(Entry entry) {
        requirePlaceBefore(entry);
        try {
            entries.insertOne(EntryDocument.of(entry));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return collided(entry);
        }
        heads.reached(entry);
        return new Appended.Recorded(entry);
    }

    /** A gap would end every later reading, so it is worth a look-up to keep one out. */
    private void requirePlaceBefore(Entry entry) {
        long before = entry.sequence() - 1;
        if (before < 0
                || before > 0
                        && find(EntryDocument.ID, Entry.id(entry.person(), before))
                                .isEmpty()) {
            throw new IllegalArgumentException(
                    "entry " + entry.sequence() + " cannot be recorded: there is no entry " + before);
        }
    }

    private Appended collided(Entry entry) {
        Optional<Entry> same = find(EntryDocument.SUBMISSION, entry.submission().pseudonym());
        if (same.isPresent()) {
            return new Appended.Already(same.get());
        }
        String decision = entry.decisionId();
        if (decision != null && find(EntryDocument.DECISION, decision).isPresent()) {
            throw new IllegalStateException("the decision id belongs to another submission");
        }
        return new Appended.Behind();
    }

    private Optional<Entry> find(String key, String value) {
        return Optional.ofNullable(entries.find(new Document(key, value)).first())
                .map(EntryDocument::read);
    }

    private static <T> T reaching(Supplier<T> step) {
        try {
            return step.get();
        } catch (MongoException e) {
            throw new TrailUnavailable("the trail's store does not answer", e);
        }
    }
}
