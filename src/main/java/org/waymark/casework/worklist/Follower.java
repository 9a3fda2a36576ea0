package org.waymark.casework.worklist;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.waymark.casework.relay.RelayCursor;
import org.waymark.trail.Entry;
import org.waymark.trail.NamedEntries;
import org.waymark.trail.sealing.LeafReader;

/**
 * Takes the log into the lists, a page at a time, and notes how far it came when the page is in. Whatever ends it in
 * between, the next goes over the same page again, and finds most of it done. For one thread at a time.
 */
final class Follower {

    /** Leaves in a page at most. */
    private static final int LEAVES = 200;

    /** Entries that are taken in at once: as long an erasure may have to wait. */
    private static final int TOGETHER = 25;

    private static final int REMEMBERED = 20_000;

    /** The form in which the lists are kept: those of another are made anew. */
    static final int FORM = 1;

    private static final String NAME = "listed-decisions";

    private final MongoDatabase database;
    private final RelayCursor cursor;
    private final LeafReader leaves;
    private final NamedEntries entries;
    private final Folding folding;
    private final ListStore store;

    /** Ids of entries that are wholly in, as far back as is worth remembering: the log will bring them again. */
    private final Set<String> taken = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    Follower(MongoDatabase database, LeafReader leaves, NamedEntries entries, Folding folding, ListStore store) {
        this.database = database;
        this.cursor = new RelayCursor(database, NAME + "-" + FORM);
        this.leaves = leaves;
        this.entries = entries;
        this.folding = folding;
        this.store = store;
    }

    /** The leaf up to which all is in the lists. */
    long at() {
        return cursor.at().orElse(0);
    }

    /** Takes all lines away and begins with the first leaf again. */
    void restart() {
        database.getCollection("meta").deleteOne(new Document("_id", NAME + "-" + FORM));
        store.clear();
        taken.clear();
    }

    /** Whether there was a page, so that there may be another. */
    boolean page() {
        long from = cursor.at(() -> 0);
        List<String> ids = leaves.from(from, LEAVES);
        if (ids.isEmpty()) {
            return false;
        }
        List<Entry> page = new ArrayList<>();
        for (int read = 0; read < ids.size(); read += NamedEntries.MOST) {
            entries.of(ids.subList(read, Math.min(ids.size(), read + NamedEntries.MOST))).stream()
                    .filter(entry -> Folding.KINDS.contains(entry.kind()))
                    .forEach(page::add);
        }
        take(page);
        // Where another was faster it has taken the same in: of two lines the newer is kept, whoever writes first.
        cursor.advance(from, from + ids.size());
        return true;
    }

    /** Takes in what these entries changed, but for those that this node took in before. */
    void take(List<Entry> page) {
        List<Entry> left =
                page.stream().filter(entry -> !taken.contains(entry.id())).toList();
        for (int from = 0; from < left.size(); from += TOGETHER) {
            List<Entry> some = left.subList(from, Math.min(left.size(), from + TOGETHER));
            folding.take(some);
            some.forEach(entry -> taken.add(entry.id()));
        }
    }
}
