package org.waymark.casework.relay;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.waymark.casework.DecisionEvents;
import org.waymark.trail.Appended;
import org.waymark.trail.Draft;
import org.waymark.trail.Entry;
import org.waymark.trail.Kind;
import org.waymark.trail.NamedEntries;
import org.waymark.trail.Person;
import org.waymark.trail.Submission;
import org.waymark.trail.Trail;
import org.waymark.trail.Trails;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.sealing.Logs;

/** Decisions recorded in a trail, and what people did with them, in the order of a log. */
final class RecordedDecisions {

    static final Instant AT = Instant.parse("2026-03-11T10:30:01.123Z");

    private static final LogKey KEY = LogKey.generate("relayed", new SecureRandom());

    final MongoDatabase database;
    final Trail trail;
    final Logs logs;
    final NamedEntries entries;

    /** The ids of the events that are due, in the order in which they were recorded. */
    final List<String> due = new ArrayList<>();

    private int recorded;

    RecordedDecisions(MongoDatabase database, Path folder) {
        this.database = database;
        this.trail = Trails.in(database);
        this.logs = new Logs(database, folder, KEY, KEY);
        this.entries = new NamedEntries(database, Trails.keys(database), trail);
    }

    Relays relays(Clock clock) {
        return new Relays(database, logs.log(), trail, entries, clock);
    }

    /** One relay of many, as one node has it. */
    Relay relay(RelayCounts counts, DecisionSink sink) {
        EventPages pages = new EventPages(logs.log().reader(), entries, new DecisionEvents(trail));
        return new Relay(new RelayCursor(database), () -> 0, pages, sink, counts);
    }

    /** Where the cursor stands; -1 before the first start. */
    long cursor() {
        return new RelayCursor(database).at().orElse(-1);
    }

    /** Everything that is recorded becomes leaves. */
    void log() {
        logs.sealing().checkpointNow();
    }

    static String decision(String reference, String id) {
        return "{\"decisionId\":\"" + id + "\",\"youngPerson\":{\"reference\":\"" + reference
                + "\",\"area\":\"sefton\"},\"status\":\"proposed\"}";
    }

    Entry decided(String reference) {
        Submission submission = Trails.names().submission("sefton", "test", "A-" + ++recorded);
        String id = Trails.names().decisionId(submission);
        due.add(id);
        return append(
                reference,
                new Draft(Kind.SCREENED, submission, id, "screener", AT, Map.of("decision", decision(reference, id))));
    }

    Entry confirmed(String reference, String decisionId) {
        Entry entry =
                append(reference, attempt(Kind.CONFIRMED, "confirmation", "{\"decisionId\":\"" + decisionId + "\"}"));
        due.add(decisionId + "-" + entry.sequence());
        return entry;
    }

    /** Something that nobody is told of. */
    Entry looked(String reference) {
        return append(reference, attempt(Kind.READ, "reading", "{\"what\":\"trail\"}"));
    }

    /** An erasure that is decided and not carried out yet, as after a crash: every key is there still. */
    void erasureUnderWay(String reference, List<Entry> gone) {
        String ids = gone.stream().map(one -> "\"" + one.id() + "\"").toList().toString();
        append(reference, attempt(Kind.ERASED, "erasure", "{\"entries\":" + ids + "}"));
        database.getCollection("pending-erasures")
                .insertOne(new Document("_id", "one")
                        .append("person", person(reference).pseudonym())
                        .append("actor", "manager")
                        .append("at", Date.from(AT))
                        .append("reasonCode", "misfiled")
                        .append("reason", "wrong child")
                        .append("closed", List.of()));
    }

    static Person person(String reference) {
        return Trails.person(reference);
    }

    private static Draft attempt(Kind kind, String name, String json) {
        return new Draft(kind, Trails.names().attempt(), null, "manager", AT, Map.of(name, json));
    }

    private Entry append(String reference, Draft draft) {
        long next = trail.of(person(reference)).size() + 1L;
        return ((Appended.Recorded) trail.append(person(reference), next, draft)).entry();
    }
}
