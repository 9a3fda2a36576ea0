package org.waymark.policy.impact;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bson.Document;
import org.bson.types.Binary;

/** Texts in parts, as one may be longer than a MongoDB document can be. */
final class Parts {

    private static final String ID = "_id";
    private static final String TEXT = "text";

    /** Half of what a document may hold. */
    private static final int PART_BYTES = 8 * 1024 * 1024;

    private final MongoCollection<Document> parts;

    Parts(MongoCollection<Document> parts) {
        this.parts = parts;
    }

    /**
     * Keeps a text, in the place of one of that name.
     *
     * @return how many parts it has
     */
    int keep(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int count = Math.max(1, (bytes.length + PART_BYTES - 1) / PART_BYTES);
        for (int part = 0; part < count; part++) {
            byte[] some = Arrays.copyOfRange(bytes, part * PART_BYTES, Math.min(bytes.length, (part + 1) * PART_BYTES));
            Document key = key(name, part);
            Document document = new Document(key).append(TEXT, new Binary(some));
            parts.replaceOne(key, document, new ReplaceOptions().upsert(true));
        }
        return count;
    }

    /**
     * The text of that name.
     *
     * @throws IllegalStateException where a part is lost
     */
    String joined(String name, int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int part = 0; part < count; part++) {
            Document found = parts.find(key(name, part)).first();
            if (found == null) {
                throw new IllegalStateException("part " + part + " of " + name + " of an impact analysis is lost");
            }
            bytes.writeBytes(found.get(TEXT, Binary.class).getData());
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** How many parts are there of that name, one after the other. */
    int count(String name) {
        int count = 0;
        while (parts.find(key(name, count)).first() != null) {
            count++;
        }
        return count;
    }

    /** Lets some parts go. */
    void drop(String name, int from, int to) {
        for (int part = from; part < to; part++) {
            parts.deleteOne(key(name, part));
        }
    }

    private static Document key(String name, int part) {
        return new Document(ID, name + ":" + part);
    }
}
