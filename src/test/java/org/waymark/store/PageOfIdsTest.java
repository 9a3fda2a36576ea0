package org.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ids are asked for in pages, and the embedded server gives those that there are, in order. */
class PageOfIdsTest {

    private static final Document BY_ID = new Document("_id", 1);

    @TempDir
    private Path folder;

    @Test
    void pagesTogetherAreEveryIdOnceAndInOrder() {
        List<String> ids = new ArrayList<>(
                IntStream.range(0, 230).mapToObj(i -> "n" + i * 7).toList());
        Collections.shuffle(ids, new Random(3));
        try (Store store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC())) {
            MongoCollection<Document> notes = store.database().getCollection("notes");
            ids.forEach(id -> notes.insertOne(new Document("_id", id).append("text", "x".repeat(100))));
            notes.deleteOne(new Document("_id", "n70"));

            List<String> found = new ArrayList<>();
            List<String> page;
            do {
                page = page(notes, found.isEmpty() ? null : found.get(found.size() - 1));
                found.addAll(page);
            } while (!page.isEmpty());

            ids.remove("n70");
            Collections.sort(ids);
            assertThat(found).isEqualTo(ids);
            assertThat(page(store.database().getCollection("nothing"), null)).isEmpty();
        }
    }

    private static List<String> page(MongoCollection<Document> notes, String after) {
        return notes.find(after == null ? new Document() : new Document("_id", new Document("$gt", after)))
                .projection(BY_ID)
                .sort(BY_ID)
                .limit(50)
                .map(one -> one.getString("_id"))
                .into(new ArrayList<>());
    }

    @Test
    void onlyExactlySuchAQueryIsAnsweredOffTheIndex() {
        assertThat(PageOfIds.of("find", asked())).contains(new PageOfIds("notes", null, 50));
        assertThat(PageOfIds.of("find", asked().append("filter", filter("_id", "$gt", "b"))))
                .contains(new PageOfIds("notes", "b", 50));

        assertThat(List.of(
                        PageOfIds.of("count", asked()),
                        PageOfIds.of("find", asked().append("skip", 1)),
                        PageOfIds.of("find", asked().append("limit", 0)),
                        PageOfIds.of("find", asked().append("filter", filter("_id", "$lt", "b"))),
                        PageOfIds.of("find", asked().append("filter", filter("text", "$gt", "b"))),
                        PageOfIds.of("find", asked().append("projection", other("text", 1))),
                        PageOfIds.of("find", asked().append("sort", other("_id", -1)))))
                .containsOnly(Optional.empty());
    }

    private static de.bwaldvogel.mongo.bson.Document asked() {
        return other("find", "notes")
                .append("filter", new de.bwaldvogel.mongo.bson.Document())
                .append("projection", other("_id", 1))
                .append("sort", other("_id", 1))
                .append("limit", 50);
    }

    private static de.bwaldvogel.mongo.bson.Document filter(String field, String than, String value) {
        return other(field, other(than, value));
    }

    private static de.bwaldvogel.mongo.bson.Document other(String field, Object value) {
        return new de.bwaldvogel.mongo.bson.Document(field, value);
    }
}
