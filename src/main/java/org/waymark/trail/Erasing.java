package org.waymark.trail;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.keys.PersonKeys;

/**
 * Takes away the keys of what was recorded. The entries stay as they are, with every hash and proof; what they say can
 * no more be read. There is no way back.
 *
 * <p>The steps, each of which may be the last before a crash: the order is written down (`pending-erasures`); the
 * person's keys are closed, so that whatever is recorded from now on has another; the erasure becomes an entry, by
 * which it is decided; the keys are destroyed; those who keep something of it elsewhere forget it; the order is struck
 * out. {@link #resume()} goes through the same steps again, and none does anything twice.
 *
 * <p>Every method throws {@link TrailUnavailable} where the store does not answer; the order is then carried out later,
 * if it was written down.
 */
public final class Erasing {

    private static final int MOST_ATTEMPTS = 200;

    /** Ids named in one command. */
    private static final int CHUNK = 200;

    private final Trail trail;
    private final PersonKeys keys;
    private final MongoCollection<Document> entries;
    private final MongoCollection<Document> pending;
    private final BiPredicate<Entry, String> belongs;
    private final Forgets forgetting;

    /**
     * @param belongs whether an entry goes where the contact goes on which the decision of that id was made
     * @param forgetting makes others forget what is erased; called again after a crash
     */
    public Erasing(
            MongoDatabase database,
            Trail trail,
            PersonKeys keys,
            BiPredicate<Entry, String> belongs,
            Forgets forgetting) {
        this.trail = trail;
        this.keys = keys;
        this.entries = database.getCollection("trail");
        this.pending = database.getCollection("pending-erasures");
        this.belongs = belongs;
        this.forgetting = forgetting;
    }

    /**
     * Erases, and is done when this returns.
     *
     * @return the entry that says so
     * @throws UnderHold where a legal hold forbids it; then nothing is erased
     * @throws NothingToErase where all of it is erased already, or nothing is recorded
     */
    public Entry erase(Erasure.Order order) throws UnderHold, NothingToErase {
        toGo(trail.of(order.person()), order);
        Erasure erasure = new Erasure(UUID.randomUUID().toString(), order, List.of());
        reaching(() -> note(erasure));
        return carryOut(erasure);
    }

    /** Brings to their end what a crash cut off, and what the store did not answer to. */
    public void resume() {
        List<Erasure> left = new ArrayList<>();
        reaching(() -> pending.find().map(Erasure::of).into(left));
        for (Erasure erasure : left) {
            try {
                carryOut(erasure);
            } catch (UnderHold | NothingToErase overtaken) {
                // Its order is struck out: nobody was told that it was done.
            }
        }
    }

    private Entry carryOut(Erasure begun) throws UnderHold, NothingToErase {
        Erasure erasure = begun;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Entry recorded = trail.bySubmission(erasure.submission()).orElse(null);
            if (recorded == null) {
                erasure = closed(erasure);
                recorded = record(erasure);
            }
            if (recorded != null) {
                finish(erasure, recorded);
                return recorded;
            }
        }
        throw new TrailUnavailable("too many are recording about one young person at once", null);
    }

    /** Again before each attempt: what was recorded meanwhile has another key, and goes as well. */
    private Erasure closed(Erasure erasure) {
        if (erasure.order().decisionId() != null) {
            return erasure;
        }
        List<String> closed = new ArrayList<>();
        reaching(() -> closed.addAll(keys.close(erasure.order().person().pseudonym())));
        Erasure closing = erasure.closing(closed);
        reaching(() -> note(closing));
        return closing;
    }

    private @Nullable Entry record(Erasure erasure) throws UnderHold, NothingToErase {
        Erasure.Order order = erasure.order();
        List<Entry> known = trail.of(order.person());
        List<String> going;
        try {
            going = toGo(known, order).stream().map(Entry::id).toList();
        } catch (UnderHold | NothingToErase overtaken) {
            reaching(() -> strike(erasure));
            throw overtaken;
        }
        Draft draft = new Draft(
                Kind.ERASED, erasure.submission(), null, order.actor(), order.at(), Erased.content(order, going));
        Appended appended = trail.append(order.person(), known.size() + 1L, draft);
        if (appended instanceof Appended.Recorded done) {
            return done.entry();
        }
        return appended instanceof Appended.Already already ? already.entry() : null;
    }

    private List<Entry> toGo(List<Entry> known, Erasure.Order order) throws UnderHold, NothingToErase {
        Entry hold = Holds.standing(known).orElse(null);
        if (hold != null) {
            throw new UnderHold(hold);
        }
        String decision = order.decisionId();
        List<Entry> going = known.stream()
                .filter(entry -> entry.kind().personal() && !entry.erased())
                .filter(entry -> decision == null || belongs.test(entry, decision))
                .toList();
        if (going.isEmpty()) {
            throw new NothingToErase();
        }
        return going;
    }

    private void finish(Erasure erasure, Entry recorded) {
        List<String> gone = Erased.named(recorded);
        reaching(() -> {
            keys.destroy(erasure.closed());
            for (int from = 0; from < gone.size(); from += CHUNK) {
                unset(gone.subList(from, Math.min(gone.size(), from + CHUNK)));
            }
        });
        Set<String> ids = Set.copyOf(gone);
        Set<Submission> submissions = trail.of(recorded.person()).stream()
                .filter(entry -> ids.contains(entry.id()))
                .map(Entry::submission)
                .collect(Collectors.toSet());
        forgetting.forget(new Erasure.Done(
                erasure.id(), recorded.person(), erasure.order().decisionId() == null, submissions));
        reaching(() -> strike(erasure));
    }

    /** The only change that an entry's document ever sees: its key is beside what is proven. */
    private void unset(List<String> ids) {
        entries.updateMany(
                new Document(EntryDocument.ID, new Document("$in", ids)),
                new Document("$unset", new Document(EntryDocument.KEY, "")));
    }

    private void note(Erasure erasure) {
        pending.replaceOne(self(erasure), erasure.document(), new ReplaceOptions().upsert(true));
    }

    private void strike(Erasure erasure) {
        pending.deleteOne(self(erasure));
    }

    private static Document self(Erasure erasure) {
        return new Document(EntryDocument.ID, erasure.id());
    }

    private static void reaching(Runnable step) {
        try {
            step.run();
        } catch (MongoException e) {
            throw new TrailUnavailable("the trail's store does not answer", e);
        }
    }
}
