package org.waymark.casework.worklist;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.Document;
import org.waymark.access.Areas;
import org.waymark.access.Caller;
import org.waymark.casework.Reading;
import org.waymark.trail.Entry;
import org.waymark.trail.Forgets;
import org.waymark.trail.NamedEntries;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.Trails;
import org.waymark.trail.sealing.SealedLog;

/** The lists of a store, as one node has them, that go on when a test says so. */
public final class Lists {

    private final MongoDatabase database;
    private final ListStore store;
    private final Follower follower;
    private final Folding folding;
    public final WorkList workList;
    public final DecisionSearch search;

    /** @param atAnyStep called before much of what is written, and may end it by an exception */
    public Lists(
            MongoDatabase database,
            Trail trail,
            Pseudonyms pseudonyms,
            SealedLog log,
            Folds folds,
            Clock clock,
            Runnable atAnyStep) {
        this.database = database;
        WorkOrder work = new WorkOrder(pseudonyms);
        SearchOrder searching = new SearchOrder(pseudonyms);
        this.store = new ListStore(database, new RowSeal(Trails.keys(database)), listed -> {
            atAnyStep.run();
            return Stream.concat(work.keys(listed).stream(), searching.keys(listed).stream())
                    .toList();
        });
        this.folding = new Folding(trail, pseudonyms, folds, store);
        NamedEntries entries = new NamedEntries(database, Trails.keys(database), trail);
        this.follower = new Follower(database, log.reader(), entries, folding, store);
        Reading reading = new Reading(trail, pseudonyms, clock);
        this.workList = new WorkList(store, pseudonyms, reading, clock);
        this.search = new DecisionSearch(store, pseudonyms, reading);
    }

    public Forgets forgets() {
        return folding;
    }

    public boolean page() {
        return follower.page();
    }

    public void hear(Entry entry) {
        follower.take(List.of(entry));
    }

    public void restart() {
        follower.restart();
    }

    public void put(List<Listed> lines) {
        store.put(lines);
    }

    /** All lines that are kept, whatever list they are in. */
    public Set<Listed> kept() {
        List<String> ids = database.getCollection("list-lines")
                .find()
                .map(line -> line.getString("_id"))
                .into(new ArrayList<>());
        Set<Listed> kept = new HashSet<>();
        // The embedded store compares each that it finds with each that is asked for.
        for (int from = 0; from < ids.size(); from += 200) {
            store.rows(ids.subList(from, Math.min(ids.size(), from + 200)))
                    .values()
                    .forEach(row -> kept.add(row.listed()));
        }
        return kept;
    }

    /** The places that are kept, and those in which the lines say that they are: the same, when nothing is under way. */
    public List<Set<String>> places() {
        Set<String> said = new TreeSet<>();
        database.getCollection("list-lines").find().forEach(line -> said.addAll(line.getList("places", String.class)));
        Set<String> kept = new TreeSet<>();
        database.getCollection("list-places").find().forEach((Document place) -> kept.add(place.getString("_id")));
        return List.of(kept, said);
    }

    /** Every line of the work list, page by page. */
    public List<WorkLine> all(String actor, Areas areas, WorkListQuery first) {
        List<WorkLine> lines = new ArrayList<>();
        WorkListQuery query = first;
        while (true) {
            WorkPage page = workList.page(new Caller(actor, Set.of(), areas), query);
            lines.addAll(page.lines());
            if (page.after() == null) {
                return lines;
            }
            query = new WorkListQuery(
                    first.area(), first.status(), first.overdue(), first.reference(), page.after(), first.most());
        }
    }

    /** Every decision that a search finds, page by page. */
    public List<DecisionLine> all(String actor, Areas areas, DecisionQuery first) {
        List<DecisionLine> lines = new ArrayList<>();
        DecisionQuery query = first;
        while (true) {
            DecisionPage page = search.page(new Caller(actor, Set.of(), areas), query);
            lines.addAll(page.lines());
            if (page.after() == null) {
                return lines;
            }
            query = new DecisionQuery(
                    first.area(),
                    first.reference(),
                    first.from(),
                    first.before(),
                    first.pathway(),
                    first.ruleSetName(),
                    first.ruleSetHash(),
                    first.overridden(),
                    first.actor(),
                    page.after(),
                    first.most());
        }
    }
}
