package org.waymark.trail;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;

/**
 * How long each trail was when last noted, so that a long one is read in few steps. A hint: it may be behind or be
 * lost, and nothing but speed may depend on it.
 */
final class Heads {

    /** Noted every so many entries only: each note costs a write, and a reader looks that far beyond it anyway. */
    static final int STRIDE = 16;

    private static final String SEQUENCE = "sequence";

    private final MongoCollection<Document> heads;

    Heads(MongoDatabase database) {
        this.heads = database.getCollection("heads").withWriteConcern(WriteConcern.W1);
    }

    /** The last sequence noted about a person, 0 for none. */
    long of(Person person) {
        Document head = heads.find(key(person)).first();
        return head == null ? 0 : head.getLong(SEQUENCE);
    }

    void reached(Entry entry) {
        if (entry.sequence() % STRIDE != 0) {
            return;
        }
        try {
            heads.updateOne(
                    key(entry.person()),
                    new Document("$max", new Document(SEQUENCE, entry.sequence())),
                    new UpdateOptions().upsert(true));
        } catch (MongoException e) {
            // The entry is recorded, and that is what the caller must hear.
        }
    }

    private static Document key(Person person) {
        return new Document("_id", person.pseudonym());
    }
}
