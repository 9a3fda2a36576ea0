package org.waymark.trail;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.waymark.trail.keys.PersonKeys;

/** Entries by their ids, whomever they are about: for those who follow the log. */
public final class NamedEntries {

    /** Entries to be asked for at once: one may take 4 MiB, see {@link Draft}, and an answer of the store 45. */
    public static final int MOST = 10;

    private final MongoCollection<Document> entries;
    private final MongoCollection<Document> pendingErasures;
    private final Opener opener;
    private final Trail trail;

    public NamedEntries(MongoDatabase database, PersonKeys keys, Trail trail) {
        this.entries = database.getCollection("trail");
        this.pendingErasures = database.getCollection("pending-erasures");
        this.opener = new Opener(keys);
        this.trail = trail;
    }

    /**
     * The entries, in the order asked for; those that are erased without content, whether their keys are gone yet or not.
     *
     * @param ids at most {@link #MOST}
     * @throws TrailUnavailable where the store does not answer, or an entry is lost
     */
    public List<Entry> of(List<String> ids) {
        try {
            // Before the entries: an erasure that is ordered after this look is no earlier than the reading.
            Set<String> underway = pendingErasures
                    .find()
                    .map(order -> Erasure.of(order).order().person().pseudonym())
                    .into(new HashSet<>());
            Map<String, Entry> found = read(ids);
            return ids.stream().map(id -> standing(id, found, underway)).toList();
        } catch (MongoException e) {
            throw new TrailUnavailable("the trail's store does not answer", e);
        }
    }

    private Map<String, Entry> read(List<String> ids) {
        List<Document> documents = entries.find(new Document(EntryDocument.ID, new Document("$in", ids)))
                .into(new ArrayList<>());
        return opener.open(documents).stream().collect(Collectors.toMap(Entry::id, Function.identity()));
    }

    private Entry standing(String id, Map<String, Entry> found, Set<String> underway) {
        Entry entry = found.get(id);
        if (entry == null) {
            throw new TrailUnavailable("the entry `" + id + "` of the trail is lost", null);
        }
        return underway.contains(entry.person().pseudonym())
                ? trail.of(entry.person()).get(Math.toIntExact(entry.sequence() - 1))
                : entry;
    }
}
