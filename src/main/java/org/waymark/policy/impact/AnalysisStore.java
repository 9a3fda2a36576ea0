package org.waymark.policy.impact;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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

    private final MongoCollection<Document> analyses;
    private final Parts reports;
    private final MongoCollection<Document> forgotten;

    AnalysisStore(MongoDatabase database) {
        this.analyses = database.getCollection("impact-analyses");
        this.reports = new Parts(database.getCollection("impact-reports"));
        this.forgotten = database.getCollection("impact-forgotten");
    }

    /**
     * Adds one that begins.
     *
     * @param now from when on somebody must be heard of who runs it
     * @return false where there is one of this id already
     */
    boolean add(Analysis one, Instant now) {
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
                .append("until", Date.from(one.until()))
                .append("lookBack", one.lookBack())
                .append(STATE, one.state().code())
                .append("done", one.done())
                .append("total", one.total())
                .append(TOUCHED, Date.from(now));
        return reaching(() -> insert(document));
    }

    private boolean insert(Document document) {
        try {
            analyses.insertOne(document);
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            return false;
        }
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
                document.getDate("until").toInstant(),
                document.getBoolean("lookBack"),
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
        int count = reaching(() -> reports.keep(id, report));
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
        int parts = reaching(() -> reports.count(id));
        if (parts == 0) {
            return;
        }
        try {
            String before = reaching(() -> reports.joined(id, parts));
            String after = revision.apply(before);
            if (!after.equals(before)) {
                keep(id, after);
                int kept = document(id).map(one -> one.getInteger(PARTS, 0)).orElse(0);
                dropParts(id, kept, parts);
            }
        } catch (JacksonException halfWritten) {
            // Its analysis was cut off, and writes its report again: what is left of this one is of no use to anybody.
            dropParts(id, 0, parts);
        }
    }

    private void dropParts(String id, int from, int to) {
        reaching(() -> {
            reports.drop(id, from, to);
            return id;
        });
    }

    /** The report of one that is done. */
    Optional<String> report(String id) {
        return document(id)
                .filter(one -> State.DONE.code().equals(one.getString(STATE)))
                .map(one -> reaching(() -> reports.joined(id, one.getInteger(PARTS))));
    }

    static <T> T reaching(Supplier<T> step) {
        try {
            return step.get();
        } catch (MongoException e) {
            throw new TrailUnavailable("the store of impact analyses does not answer", e);
        }
    }
}
