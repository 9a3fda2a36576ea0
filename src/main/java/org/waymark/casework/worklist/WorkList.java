package org.waymark.casework.worklist;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.waymark.access.Caller;
import org.waymark.casework.Reading;
import org.waymark.casework.Reading.What;
import org.waymark.trail.Pseudonyms;

/**
 * What waits for somebody, of the areas of whoever asks. That they looked is recorded first: once in a sitting, and
 * with their areas, not with each young person who is in the list.
 *
 * <p>Throws {@link org.waymark.trail.TrailUnavailable} or {@link com.mongodb.MongoException} where the store does not
 * answer; then nothing may be shown.
 */
public final class WorkList {

    private final ListStore store;
    private final Listing listing;
    private final WorkOrder order;
    private final Reading reading;
    private final Clock clock;

    WorkList(ListStore store, Pseudonyms pseudonyms, Reading reading, Clock clock) {
        this.store = store;
        this.listing = new Listing(store);
        this.order = new WorkOrder(pseudonyms);
        this.reading = reading;
        this.clock = clock;
    }

    /** A part of the list; an area that is none of the caller's has nothing in it. */
    public WorkPage page(Caller caller, WorkListQuery query) {
        Collection<String> areas = ListAreas.of(caller, query.area(), store);
        reading.ofList(caller.actor(), What.WORK_LIST, areas);
        Instant now = clock.instant();
        List<Postings> lists = areas.stream()
                .map(area ->
                        new Postings(store, order.list(area, query.status()), WorkOrder.ranges(query.overdue(), now)))
                .toList();
        Listing.Part part =
                listing.part(lists, query.after(), query.most(), one -> matches(one, Set.copyOf(areas), query));
        return new WorkPage(part.lines().stream().map(one -> line(one, now)).toList(), part.after());
    }

    private static boolean matches(Listed one, Set<String> areas, WorkListQuery query) {
        String reference = query.reference();
        return one.waitsFor() != null
                && areas.contains(one.line().area())
                && (reference == null || one.line().reference().startsWith(reference));
    }

    private static WorkLine line(Listed one, Instant now) {
        WorkStatus waits = one.waitsFor();
        if (waits == null) {
            throw new IllegalStateException("unreachable: what waits for nobody does not match");
        }
        Instant due = one.due();
        return new WorkLine(waits, due, due != null && due.isBefore(now), one.line());
    }
}
