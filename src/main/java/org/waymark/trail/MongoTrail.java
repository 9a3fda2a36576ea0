package org.waymark.trail;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.Lanes.Lane;
import org.waymark.trail.Opener.Sealing;
import org.waymark.trail.keys.PersonKeys;

/**
 * The trail as one MongoDB document an entry. The person and place are the document's id and the submission is unique,
 * so that one insert decides both whether the place is free and whether the submission is new.
 *
 * <p>Every query is by id or by exactly the key of a unique index, as the embedded store serves no other from an index.
 */
final class MongoTrail implements Trail {

    private final MongoCollection<Document> entries;
    private final Heads heads;
    private final Opener opener;
    private final Lanes lanes;
    private final TrailReader reader;
    private final Consumer<Entry> recorded;

    private MongoTrail(MongoDatabase database, PersonKeys keys, Clock clock, Consumer<Entry> recorded) {
        this.recorded = recorded;
        this.entries = database.getCollection("trail");
        this.heads = new Heads(database);
        this.opener = new Opener(keys);
        this.lanes = new Lanes(database, clock);
        this.reader = new TrailReader(entries, heads, opener);
    }

    static MongoTrail in(MongoDatabase database, PersonKeys keys, Clock clock, Consumer<Entry> recorded) {
        MongoTrail trail = new MongoTrail(database, keys, clock, recorded);
        List.of(EntryDocument.SUBMISSION, EntryDocument.DECISION, EntryDocument.LANE)
                .forEach(key -> reaching(() -> trail.unique(key)));
        reaching(trail::requireFormat);
        return trail;
    }

    /** An entry of another form has other bytes, and could not be proven by this version. */
    private boolean requireFormat() {
        Document first = entries.find().first();
        if (first != null && first.getInteger("format") != SealedEntry.FORMAT) {
            throw new TrailCannotStart(
                    "the store holds entries of form " + first.getInteger("format") + " and this version those of form "
                            + SealedEntry.FORMAT + "; start it on an empty store, or go back to the version that"
                            + " filled this one",
                    null);
        }
        return true;
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
        return walk(reaching(reader::ids));
    }

    @Override
    public TrailWalk about(List<Extent> people) {
        return walk(people.stream().flatMap(Extent::ids).toList());
    }

    private TrailWalk walk(List<String> ids) {
        return new TrailWalk(ids, page -> reaching(() -> reader.named(page)));
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
        Sealing sealing = opener.seal(entry, hashBefore(entry));
        Lane lane = lanes.take();
        try {
            return append(sealing, lane);
        } finally {
            lane.free();
        }
    }

    /** A place of the lane that is taken though nobody said so was taken by a write that went unanswered. */
    private Appended append(Sealing sealing, Lane lane) {
        while (true) {
            try {
                entries.insertOne(sealing.in(lane.place()));
                lane.advance();
                heads.reached(sealing.entry());
                recorded.accept(sealing.entry());
                return new Appended.Recorded(sealing.entry());
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                Optional<Appended> collided = collided(sealing.entry());
                if (collided.isPresent()) {
                    return collided.get();
                }
                if (document(EntryDocument.LANE, lane.place()) == null) {
                    return new Appended.Behind();
                }
                lane.advance();
            }
        }
    }

    /** Ties the entry to the one before it. A gap would end every later reading, and is kept out here. */
    private @Nullable String hashBefore(Entry entry) {
        long before = entry.sequence() - 1;
        if (before == 0) {
            return null;
        }
        Document found = before < 0 ? null : document(EntryDocument.ID, Entry.id(entry.person(), before));
        if (found == null) {
            throw new IllegalArgumentException(
                    "entry " + entry.sequence() + " cannot be recorded: there is no entry " + before);
        }
        return EntryDocument.sealed(found).hash();
    }

    private Optional<Appended> collided(Entry entry) {
        Optional<Entry> same = find(EntryDocument.SUBMISSION, entry.submission().pseudonym());
        if (same.isPresent()) {
            return Optional.of(new Appended.Already(same.get()));
        }
        String decision = entry.decisionId();
        if (decision != null && document(EntryDocument.DECISION, decision) != null) {
            throw new IllegalStateException("the decision id belongs to another submission");
        }
        return document(EntryDocument.ID, entry.id()) == null ? Optional.empty() : Optional.of(new Appended.Behind());
    }

    private Optional<Entry> find(String key, String value) {
        return Optional.ofNullable(document(key, value))
                .map(found -> opener.open(List.of(found)).get(0));
    }

    private @Nullable Document document(String key, String value) {
        return entries.find(new Document(key, value)).first();
    }

    private static <T> T reaching(Supplier<T> step) {
        try {
            return step.get();
        } catch (MongoException e) {
            throw new TrailUnavailable("the trail's store does not answer", e);
        }
    }
}
