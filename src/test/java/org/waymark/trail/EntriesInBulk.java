package org.waymark.trail;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Puts many entries into a trail at once, as the trail itself would have put each: for tests of what reads them. */
public final class EntriesInBulk {

    /** A command holds 48 MB at most. */
    private static final int AT_ONCE = 500;

    private final MongoCollection<Document> entries;
    private final List<Document> waiting = new ArrayList<>(AT_ONCE);

    public EntriesInBulk(MongoDatabase database) {
        Trail.in(database);
        this.entries = database.getCollection("trail");
    }

    /**
     * Takes an entry.
     *
     * @param sequence its place; whoever calls sees to it that there are no gaps
     */
    public void add(Person person, long sequence, Draft draft) {
        waiting.add(EntryDocument.of(Entry.of(person, sequence, draft)));
        if (waiting.size() == AT_ONCE) {
            flush();
        }
    }

    /** Writes what was taken and is not yet written. */
    public void flush() {
        if (!waiting.isEmpty()) {
            entries.insertMany(waiting);
            waiting.clear();
        }
    }
}
