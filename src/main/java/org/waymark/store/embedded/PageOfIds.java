package org.waymark.store.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * The one query without a filter on whole documents that is asked of a great collection: its ids, so many of them, in
 * order, after one. MongoDB reads them off the index. The embedded server would read every document, with the collection
 * locked; here they are read off its index too.
 *
 * @param after the id after which they begin, null for the first
 */
record PageOfIds(String collection, @Nullable String after, int limit) {

    private static final String ID = "_id";
    private static final Document BY_ID = new Document(ID, 1);

    /** A query that asks for anything of these asks for something else. */
    private static final Set<String> OTHERWISE = Set.of("skip", "hint", "min", "max", "collation", "let");

    /** The page that a command asks for, if it is such a command. */
    static Optional<PageOfIds> of(String command, Document query) {
        boolean ofIds = command.equals("find")
                && BY_ID.equals(query.get("projection"))
                && BY_ID.equals(query.get("sort"))
                && query.keySet().stream().noneMatch(OTHERWISE::contains);
        if (!ofIds
                || !(query.get(command) instanceof String collection)
                || !(query.get("limit") instanceof Integer limit)
                || limit <= 0) {
            return Optional.empty();
        }
        Document filter = query.get("filter") instanceof Document given ? given : new Document();
        if (filter.isEmpty()) {
            return Optional.of(new PageOfIds(collection, null, limit));
        }
        return filter.keySet().equals(Set.of(ID))
                        && filter.get(ID) instanceof Document than
                        && than.keySet().equals(Set.of("$gt"))
                        && than.get("$gt") instanceof String after
                ? Optional.of(new PageOfIds(collection, after, limit))
                : Optional.empty();
    }

    /** The name of the map that is an index of a collection. */
    static String indexMap(String collection, String index) {
        return collection + "._index_" + index;
    }

    /** The answer; nothing where there is no such index, or an id is no text. */
    Optional<Document> answer(MVStore store, String database) {
        String name = indexMap(database + "." + collection, "_id_");
        if (!store.hasMap(name)) {
            return Optional.empty();
        }
        MVMap<KeyValue, Object> index = StoredType.map(store, name);
        KeyValue first = index.firstKey();
        // What is no text comes before all texts.
        if (first != null && !(first.get(0) instanceof String)) {
            return Optional.empty();
        }
        List<Document> page = page(index);
        Document cursor = new Document("firstBatch", page).append("id", 0L).append("ns", database + "." + collection);
        return Optional.of(new Document("cursor", cursor).append("ok", 1.0));
    }

    /** Reads what it answers and no more, as the index has texts in their order. */
    private List<Document> page(MVMap<KeyValue, Object> index) {
        List<Document> page = new ArrayList<>();
        KeyValue from = after == null ? index.firstKey() : index.higherKey(new KeyValue(after));
        if (from != null) {
            Iterator<KeyValue> keys = index.keyIterator(from);
            while (page.size() < limit && keys.hasNext()) {
                page.add(new Document(ID, keys.next().get(0)));
            }
        }
        return page;
    }
}
