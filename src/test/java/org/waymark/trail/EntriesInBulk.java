package org.waymark.trail;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Puts many entries into a trail at once, as the trail itself would have put each: for tests of what reads them. */
public final class EntriesInBulk {

    /** A command holds 48 MB at most. */
    private static final int AT_ONCE = 500;

    private final MongoCollection<Document> entries;
    private final Opener opener;
    private final String lane = UUID.randomUUID() + "/0";
    private final Map<Person, String> hashes = new HashMap<>();
    private long number;
    private final List<Document> waiting = new ArrayList<>(AT_ONCE);

    public EntriesInBulk(MongoDatabase database) {
        Trails.in(database);
        this.entries = database.getCollection("trail");
        this.opener = new Opener(Trails.keys(database));
    }

    /**
     * Takes an entry.
     *
     * @param sequence its place; whoever calls sees to it that there are no gaps
     */
    public void add(Person person, long sequence, Draft draft) {
        Document document = opener.seal(Entry.of(person, sequence, draft), before(person, sequence))
                .in(Lanes.Lane.place(lane, ++number));
        hashes.put(person, EntryDocument.sealed(document).hash());
        waiting.add(document);
        if (waiting.size() == AT_ONCE) {
            flush();
        }
    }

    private @Nullable String before(Person person, long sequence) {
        if (sequence == 1) {
            return null;
        }
        String known = hashes.get(person);
        return known != null
                ? known
                : EntryDocument.sealed(stored(Entry.id(person, sequence - 1))).hash();
    }

    private Document stored(String id) {
        return Objects.requireNonNull(entries.find(new Document("_id", id)).first(), id);
    }

    /** Writes what was taken and is not yet written. */
    public void flush() {
        if (!waiting.isEmpty()) {
            entries.insertMany(waiting);
            waiting.clear();
        }
    }
}
