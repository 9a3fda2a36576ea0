package org.waymark.casework.relay;

import java.util.List;
import java.util.function.LongSupplier;
import org.waymark.casework.relay.EventPages.Page;

/**
 * Passes on what was recorded, a page at a time: read from where the cursor stands, send, and move the cursor when all is
 * acknowledged. Whatever ends it in between, the next goes over the same page again: each event is told at least once.
 *
 * <p>Where two do this at once, each has sent all between the place that it read and the one that it moves to, whichever
 * of them may move: an event can be told twice, and none is left out. Nor is one told for the first time after another
 * that follows it about the same young person, as nobody sends that one before the first has arrived.
 */
final class Relay {

    private final RelayCursor cursor;
    private final LongSupplier start;
    private final EventPages pages;
    private final DecisionSink sink;
    private final RelayCounts counts;

    /** @param start the leaf to begin with where nothing was ever passed on */
    Relay(RelayCursor cursor, LongSupplier start, EventPages pages, DecisionSink sink, RelayCounts counts) {
        this.cursor = cursor;
        this.start = start;
        this.pages = pages;
        this.sink = sink;
        this.counts = counts;
    }

    /** Notes where to begin, if nobody has yet: for those who do not relay now, but may be the only ones later. */
    void begin() {
        cursor.at(start);
    }

    /**
     * Passes on one page.
     *
     * @return whether there was one, so that there may be another
     * @throws RuntimeException where the store or the sink does not answer; the page is then to be tried again
     */
    boolean page() {
        long from = cursor.at(start);
        Page page = pages.from(from);
        if (page.next() == from) {
            return false;
        }
        for (List<Event> round : page.rounds()) {
            sink.send(round);
            round.forEach(event -> counts.sent(event.type()));
        }
        cursor.advance(from, page.next());
        counts.passedOver(page.passedOver());
        return true;
    }
}
