package org.waymark.service;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.waymark.trail.Pseudonyms;

/**
 * What is in the store, read past the service: every document, not those that an index finds, as a document that is
 * missing in an index is one of the faults that are looked for.
 */
final class RecordedCases implements AutoCloseable {

    private final MongoClient client;
    private final MongoDatabase database;
    private final Pseudonyms pseudonyms;

    RecordedCases(String uri, Path pseudonymKey) {
        this.client = MongoClients.create(uri);
        this.database = client.getDatabase("waymark");
        this.pseudonyms = Pseudonyms.open(pseudonymKey, database);
    }

    /** How many documents each submission has, by its pseudonym, of those that hold a decision on an assessment. */
    Map<String, Integer> times() {
        Map<String, Integer> times = new HashMap<>();
        Document wanted = new Document("submission", 1).append("kind", 1);
        for (Document entry : database.getCollection("trail").find().projection(wanted)) {
            if ("screened".equals(entry.getString("kind"))) {
                times.merge(entry.getString("submission"), 1, Integer::sum);
            }
        }
        return times;
    }

    /** The name that the store has for the submission of a case. */
    String nameOf(Case one) {
        return pseudonyms.submission(Case.AREA, Case.SYSTEM, one.id()).pseudonym();
    }

    @Override
    public void close() {
        client.close();
    }
}
