package org.waymark.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** The answer; nothing where there is no such index, or an id is no text. */
    Optional<Document> answer(MVStore store, String database) {
        String index = database + "." + collection + "._index__id_";
        if (!store.hasMap(index)) {
            return Optional.empty();
        }
        List<String> ids = new ArrayList<>();
        for (KeyValue key : store.<KeyValue, Object>openMap(index).keySet()) {
            if (!(key.get(0) instanceof String id)) {
                return Optional.empty();
            }
            if (after == null || id.compareTo(after) > 0) {
                ids.add(id);
            }
        }
        // The index has them in an order of its own.
        Collections.sort(ids);
        List<Document> page =
                ids.stream().limit(limit).map(id -> new Document(ID, id)).toList();
        Document cursor = new Document("firstBatch", page).append("id", 0L).append("ns", database + "." + collection);
        return Optional.of(new Document("cursor", cursor).append("ok", 1.0));
    }
}
