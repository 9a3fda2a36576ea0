package org.waymark.casework.worklist;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.waymark.access.Caller;
import org.waymark.assessment.PersonKey;
import org.waymark.casework.Reading;
import org.waymark.casework.Reading.Reader;
import org.waymark.casework.Reading.What;
import org.waymark.trail.Pseudonyms;

/**
 * Finds decisions of the areas of whoever asks, the newest first. That they looked is recorded first: as of the work
 * list; and where they look for one young person, in that one's trail.
 *
 * <p>Throws {@link org.waymark.trail.TrailUnavailable} or {@link com.mongodb.MongoException} where the store does not
 * answer; then nothing may be shown.
 */
public final class DecisionSearch {

    private final ListStore store;
    private final Listing listing;
    private final SearchOrder order;
    private final Reading reading;

    DecisionSearch(ListStore store, Pseudonyms pseudonyms, Reading reading) {
        this.store = store;
        this.listing = new Listing(store);
        this.order = new SearchOrder(pseudonyms);
        this.reading = reading;
    }

    /** A part of what is found; an area that is none of the caller's has nothing in it. */
    public DecisionPage page(Caller caller, DecisionQuery query) {
        Set<String> areas = Set.copyOf(ListAreas.of(caller, query.area(), store));
        record(caller, query, areas);
        List<Postings> lists = areas.stream()
                .map(area -> new Postings(
                        store, order.list(query, area), List.of(SearchOrder.range(query.from(), query.before()))))
                .toList();
        Listing.Part part = listing.part(
                lists,
                query.after(),
                query.most(),
                one -> areas.contains(one.line().area()) && query.matches(one.line()));
        return new DecisionPage(part.lines().stream().map(Listed::line).toList(), part.after());
    }

    private void record(Caller caller, DecisionQuery query, Collection<String> areas) {
        String reference = query.reference();
        if (reference == null) {
            reading.ofList(caller.actor(), What.DECISIONS, areas);
        } else {
            areas.forEach(area ->
                    reading.of(new PersonKey(area, reference), new Reader(caller.actor(), What.DECISIONS, null)));
        }
    }
}
