package org.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ids are asked for in pages, and the embedded server gives those that there are, in order. */
class PagesOfIdsTest {

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
}
