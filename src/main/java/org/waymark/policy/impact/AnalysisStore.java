package org.waymark.policy.impact;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.waymark.policy.impact.Analysis.State;
import org.waymark.trail.TrailUnavailable;
import tools.jackson.core.JacksonException;

/** Analyses as MongoDB documents; each report beside them in parts, as it may be longer than one document can be. */
final class AnalysisStore {

    private static final String ID = "_id";
    private static final String STATE = "state";
    private static final String TOUCHED = "touchedAt";
    private static final String ENDED = "endedAt";
    private static final String PARTS = "parts";
    private static final String TEXT = "text";

    /** Half of what a document may hold. */
    private static final int PART_BYTES = 8 * 1024 * 1024;

    private final MongoCollection<Document> analyses;
    private final MongoCollection<Document> reports;
    private final MongoCollection<Document> forgotten;

    AnalysisStore(MongoDatabase database) {
        this.analyses = database.getCollection("impact-analyses");
        this.reports = database.getCollection("impact-reports");
        this.forgotten = database.getCollection("impact-forgotten");
    }

    void add(Analysis one) {
        ImpactFilter filter = one.filter();
        Document document = new Document(ID, one.id())
                .append("startedBy", one.startedBy())
                .append("startedAt", Date.from(one.startedAt()))
                .append("candidate", one.candidate())
                .append("against", one.against())
                .append("from", text(filter.from()))
                .append("to", text(filter.to()))
                .append("area", filter.area())
                .append("pathway", filter.pathway())
                .append("leftOut", List.copyOf(filter.leftOut()))
                .append(STATE, one.state().code())
                .append("done", one.done())
                .append("total", one.total())
                .append(TOUCHED, Date.from(one.startedAt()));
        reaching(() -> analyses.insertOne(document));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    Optional<Analysis> find(String id) {
        return document(id).map(AnalysisStore::read);
    }

    /** All of them, the newest first. */
    List<Analysis> all() {
        return documents().stream()
                .map(AnalysisStore::read)
                .sorted(Comparator.comparing(Analysis::startedAt).reversed().thenComparing(Analysis::id))
                .toList();
    }

    private Optional<Document> document(String id) {
        return reaching(
                () -> Optional.ofNullable(analyses.find(new Document(ID, id)).first()));
    }

    private List<Document> documents() {
        return reaching(() -> analyses.find().into(new ArrayList<>()));
    }

    private static Analysis read(Document document) {
        Date ended = document.getDate(ENDED);
        return new Analysis(
                document.getString(ID),
                document.getString("startedBy"),
                document.getDate("startedAt").toInstant(),
                document.getString("candidate"),
                document.getString("against"),
                filter(document),
                Stream.of(State.values())
                        .filter(state -> state.code().equals(document.getString(STATE)))
                        .findFirst()
                        .orElseThrow(),
                document.getLong("done"),
                document.getLong("total"),
                ended == null ? null : ended.toInstant(),
                document.getString("fault"));
    }

    private static ImpactFilter filter(Document document) {
        Set<String> leftOut = new TreeSet<>(document.getList("leftOut", String.class));
        return new ImpactFilter(
                day(document.getString("from")),
                day(document.getString("to")),
                document.getString("area"),
                document.getString("pathway"),
                leftOut);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    /** Notes how far one is that runs. */
    boolean progress(String id, long done, long total, Instant now) {
        return change(
                running(id), new Document("done", done).append("total", total).append(TOUCHED, Date.from(now)));
    }

    /** Ends one that runs; false where it runs no more. */
    boolean end(String id, State state, @Nullable String fault, Instant now) {
        return change(
                running(id),
                new Document(STATE, state.code()).append("fault", fault).append(ENDED, Date.from(now)));
    }

    /** The analyses that run and that nobody has touched since a moment: whoever ran them is gone. */
    List<Analysis> abandoned(Instant since) {
        return documents().stream()
                .filter(one -> State.RUNNING.code().equals(one.getString(STATE)))
                .filter(one -> one.getDate(TOUCHED).toInstant().isBefore(since))
                .map(AnalysisStore::read)
                .toList();
    }

    /** Takes one over; false where somebody else did, or it runs no more. */
    boolean claim(String id, Instant since, Instant now) {
        Document still = running(id).append(TOUCHED, new Document("$lt", Date.from(since)));
        return change(still, new Document(TOUCHED, Date.from(now)));
    }

    private static Document running(String id) {
        return new Document(ID, id).append(STATE, State.RUNNING.code());
    }

    private boolean change(Document which, Document values) {
        return reaching(
                () -> analyses.updateOne(which, new Document("$set", values)).getMatchedCount() == 1);
    }

    /** Keeps a report, before its analysis is said to be done. */
    void keep(String id, String report) {
        byte[] bytes = report.getBytes(StandardCharsets.UTF_8);
        int count = Math.max(1, (bytes.length + PART_BYTES - 1) / PART_BYTES);
        for (int part = 0; part < count; part++) {
            byte[] some = Arrays.copyOfRange(bytes, part * PART_BYTES, Math.min(bytes.length, (part + 1) * PART_BYTES));
            Document document = new Document(ID, partId(id, part)).append(TEXT, new Binary(some));
            reaching(() -> reports.replaceOne(
                    new Document(ID, document.getString(ID)), document, new ReplaceOptions().upsert(true)));
        }
        reaching(() -> analyses.updateOne(new Document(ID, id), new Document("$set", new Document(PARTS, count))));
    }

    /** Notes which cases no report may list any more, before those are looked through that are there. */
    void note(Forgotten one) {
        reaching(() ->
                forgotten.replaceOne(new Document(ID, one.id()), one.document(), new ReplaceOptions().upsert(true)));
    }

    /** All that was noted so. */
    List<Forgotten> forgotten() {
        return reaching(() -> forgotten.find().map(Forgotten::of).into(new ArrayList<>()));
    }

    /** Changes what is kept of every report, be its analysis done or not; nothing where it stays as it is. */
    void revise(UnaryOperator<String> revision) {
        documents().forEach(one -> revise(one.getString(ID), revision));
    }

    /** The same of one report. */
    void revise(String id, UnaryOperator<String> revision) {
        int parts = 0;
        while (hasPart(id, parts)) {
            parts++;
        }
        if (parts == 0) {
            return;
        }
        try {
            String before = joined(id, parts);
            String after = revision.apply(before);
            if (!after.equals(before)) {
                keep(id, after);
                drop(id, document(id).map(one -> one.getInteger(PARTS, 0)).orElse(0), parts);
            }
        } catch (JacksonException halfWritten) {
            // Its analysis was cut off, and is started again: what is left of the report is of no use to anybody.
            drop(id, 0, parts);
        }
    }

    private boolean hasPart(String id, int part) {
        return reaching(() -> Optional.ofNullable(
                        reports.find(new Document(ID, partId(id, part))).first()))
                .isPresent();
    }

    private void drop(String id, int from, int to) {
        for (int part = from; part < to; part++) {
            Document key = new Document(ID, partId(id, part));
            reaching(() -> reports.deleteOne(key));
        }
    }

    /** The report of one that is done. */
    Optional<String> report(String id) {
        return document(id)
                .filter(one -> State.DONE.code().equals(one.getString(STATE)))
                .map(one -> joined(id, one.getInteger(PARTS)));
    }

    private String joined(String id, int parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int part = 0; part < parts; part++) {
            Document key = new Document(ID, partId(id, part));
            Document found = reaching(() -> reports.find(key).first());
            if (found == null) {
                throw new IllegalStateException("part " + part + " of the report of the analysis " + id + " is lost");
            }
            bytes.writeBytes(found.get(TEXT, Binary.class).getData());
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String partId(String id, int part) {
        return id + ":" + part;
    }

    private static <T> T reaching(Supplier<T> step) {
        try {
            return step.get();
        } catch (MongoException e) {
            throw new TrailUnavailable("the store of impact analyses does not answer", e);
        }
    }
}
