package org.waymark.casework.worklist;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Lines as MongoDB documents, and beside them one document for each place that a line has in a list. Every query is by
 * id, by the whole key of a unique index, or for ids in their order: the embedded store serves no other from an index.
 *
 * <p>A line is written only over the one that was read, so the older of two never takes the place of the newer. It
 * says in which places it is, so a place that says otherwise is none.
 *
 * <p>Every method throws {@link com.mongodb.MongoException} where the store does not answer.
 */
final class ListStore {

    private static final String ID = "_id";
    private static final String DECISION = "decision";
    private static final String SEQUENCE = "sequence";
    private static final String PLACES = "places";

    /** Where a line was before: to be cleared, which a crash may have kept from being done. */
    private static final String LEFT = "left";

    private static final int CHUNK = 500;
    private static final int MOST_ATTEMPTS = 100;

    private final MongoCollection<Document> lines;
    private final MongoCollection<Document> places;
    private final MongoCollection<Document> areas;
    private final RowSeal seal;
    private final Function<Listed, List<String>> keys;
    private final Set<String> knownAreas = ConcurrentHashMap.newKeySet();

    /** @param keys the places that a line has */
    ListStore(MongoDatabase database, RowSeal seal, Function<Listed, List<String>> keys) {
        this.lines = database.getCollection("list-lines");
        this.places = database.getCollection("list-places");
        this.areas = database.getCollection("list-areas");
        this.seal = seal;
        this.keys = keys;
        lines.createIndex(new Document(DECISION, 1).append(SEQUENCE, 1), new IndexOptions().unique(true));
    }

    /** A line, and the places in which it is. */
    record Row(Set<String> keys, Listed listed) {}

    /** The areas of which there ever was a line. */
    Set<String> areas() {
        return areas.find().map(area -> area.getString(ID)).into(new TreeSet<>());
    }

    /** Places of a list after one, in their order. */
    List<String> places(String list, String after, int most) {
        int prefix = list.length() + 1;
        return places
                .find(new Document(ID, new Document("$gt", Postings.key(list, after))))
                .projection(new Document(ID, 1))
                .sort(new Document(ID, 1))
                .limit(most)
                .map(place -> place.getString(ID))
                .into(new ArrayList<>())
                .stream()
                .takeWhile(key -> key.startsWith(Postings.key(list, "")))
                .map(key -> key.substring(prefix))
                .toList();
    }

    /** Lines by their ids; those that are not there, or whose key is gone, are absent. */
    Map<String, Row> rows(Collection<String> ids) {
        Map<String, Document> found = documents(ids);
        Map<String, Row> rows = new HashMap<>();
        seal.open(found.values())
                .forEach(listed -> rows.put(
                        listed.id(), new Row(Set.copyOf(texts(standing(found, listed.id()), PLACES)), listed)));
        return rows;
    }

    private static Document standing(Map<String, Document> found, String id) {
        Document document = found.get(id);
        if (document == null) {
            throw new IllegalStateException("a line of the lists is kept under another's id");
        }
        return document;
    }

    private Map<String, Document> documents(Collection<String> ids) {
        Map<String, Document> found = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            lines.find(new Document(ID, new Document("$in", List.copyOf(ids))))
                    .forEach(document -> found.put(document.getString(ID), document));
        }
        return found;
    }

    /** Keeps these lines, but for those of which a newer one is kept. */
    void put(List<Listed> all) {
        all.stream().map(one -> one.line().area()).distinct().forEach(this::noteArea);
        List<Listed> left = all;
        for (int attempt = 0; !left.isEmpty(); attempt++) {
            if (attempt == MOST_ATTEMPTS) {
                throw new IllegalStateException("too many write the same line of the lists at once");
            }
            left = attempt(left);
        }
    }

    private void noteArea(String area) {
        if (!knownAreas.contains(area)) {
            areas.replaceOne(new Document(ID, area), new Document(ID, area), new ReplaceOptions().upsert(true));
            knownAreas.add(area);
        }
    }

    /**
     * Each line says first in which places it is, and which it left: whatever ends this afterwards, no place is
     * forgotten, and doing it again brings it to its end.
     *
     * @return the lines that are still to be kept, as somebody else wrote them meanwhile
     */
    private List<Listed> attempt(List<Listed> all) {
        Map<String, Document> known = documents(all.stream().map(Listed::id).toList());
        insert(lines, all.stream().filter(one -> !known.containsKey(one.id())).map(one -> document(one, Set.of())));
        List<Listed> overtaken = new ArrayList<>();
        for (Listed one : all) {
            Document before = known.get(one.id());
            if (before != null && before.getLong(SEQUENCE) < one.sequence() && !replace(one, before)) {
                overtaken.add(one);
            }
        }
        Map<String, Document> now = documents(known(all, overtaken));
        List<Listed> behind = all.stream()
                .filter(one -> now.containsKey(one.id()))
                .filter(one -> standing(now, one.id()).getLong(SEQUENCE) < one.sequence())
                .toList();
        settle(now.values());
        return Stream.concat(overtaken.stream(), behind.stream()).toList();
    }

    private static List<String> known(List<Listed> all, List<Listed> overtaken) {
        return all.stream()
                .filter(one -> !overtaken.contains(one))
                .map(Listed::id)
                .toList();
    }

    private boolean replace(Listed one, Document before) {
        Set<String> left = new HashSet<>(texts(before, PLACES));
        left.addAll(texts(before, LEFT));
        Document self = new Document(DECISION, one.id()).append(SEQUENCE, before.getLong(SEQUENCE));
        return lines.replaceOne(self, document(one, left)).getMatchedCount() == 1;
    }

    /** Brings the places to what the lines say. */
    private void settle(Collection<Document> written) {
        insert(
                places,
                written.stream()
                        .flatMap(line -> texts(line, PLACES).stream())
                        .distinct()
                        .map(key -> new Document(ID, key)));
        Set<String> left = new HashSet<>();
        written.forEach(line -> left.addAll(texts(line, LEFT)));
        delete(places, left);
    }

    private Document document(Listed one, Set<String> left) {
        List<String> at = keys.apply(one);
        Document document = new Document(ID, one.id())
                .append(DECISION, one.id())
                .append(SEQUENCE, one.sequence())
                .append(PLACES, at)
                .append(
                        LEFT,
                        left.stream().filter(key -> !at.contains(key)).sorted().toList());
        seal.seal(one, document);
        return document;
    }

    /** Takes lines away, and every place in which they are. */
    void remove(Collection<String> ids) {
        Map<String, Document> known = documents(ids);
        Set<String> left = new HashSet<>();
        known.values().forEach(document -> {
            left.addAll(texts(document, PLACES));
            left.addAll(texts(document, LEFT));
        });
        delete(places, left);
        delete(lines, known.keySet());
    }

    /** Takes everything away, to be made anew. */
    void clear() {
        places.deleteMany(new Document());
        lines.deleteMany(new Document());
    }

    private static List<String> texts(Document document, String field) {
        return document.getList(field, String.class);
    }

    private static void insert(MongoCollection<Document> into, Stream<Document> documents) {
        List<Document> all = documents.toList();
        for (int from = 0; from < all.size(); from += CHUNK) {
            try {
                into.insertMany(
                        all.subList(from, Math.min(all.size(), from + CHUNK)), new InsertManyOptions().ordered(false));
            } catch (MongoBulkWriteException e) {
                if (e.getWriteErrors().stream().anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                    throw e;
                }
                // What is there already is what was to be there.
            }
        }
    }

    private static void delete(MongoCollection<Document> from, Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        for (int first = 0; first < all.size(); first += CHUNK) {
            from.deleteMany(new Document(
                    ID, new Document("$in", all.subList(first, Math.min(all.size(), first + CHUNK)))));
        }
    }
}
