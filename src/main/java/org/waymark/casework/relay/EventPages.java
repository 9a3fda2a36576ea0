package org.waymark.casework.relay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.assessment.PersonKey;
import org.waymark.casework.DecisionEvents;
import org.waymark.trail.Entry;
import org.waymark.trail.NamedEntries;
import org.waymark.trail.TrailUnavailable;
import org.waymark.trail.sealing.LeafReader;

/** Reads the log's entries as events, a bounded number at a time. For one thread at a time. */
final class EventPages {

    /** Leaves in a page at most. */
    private static final int LEAVES = 200;

    /** Characters of data after which a page ends: what is held of one, but for the few entries read last. */
    private static final long CHARACTERS = 4L << 20;

    private final LeafReader leaves;
    private final NamedEntries entries;
    private final DecisionEvents events;

    EventPages(LeafReader leaves, NamedEntries entries, DecisionEvents events) {
        this.leaves = leaves;
        this.entries = entries;
        this.events = events;
    }

    /**
     * A stretch of the log.
     *
     * @param next the leaf after its last
     * @param events in the order of the log
     * @param passedOver how many others would have been told of, had they not been erased
     */
    record Page(long next, List<Event> events, int passedOver) {

        Page {
            events = List.copyOf(events);
        }

        /**
         * The events in rounds, each of which has one of any young person at most: to be sent one after the other, so
         * that no event is on its way before the one that it follows has arrived.
         */
        List<List<Event>> rounds() {
            List<List<Event>> rounds = new ArrayList<>();
            Map<PersonKey, Integer> told = new LinkedHashMap<>();
            for (Event event : events) {
                int round = told.merge(event.youngPerson(), 1, Integer::sum) - 1;
                if (round == rounds.size()) {
                    rounds.add(new ArrayList<>());
                }
                rounds.get(round).add(event);
            }
            return rounds;
        }
    }

    /**
     * What the log has from a leaf on; an empty stretch where it has not come that far.
     *
     * @throws TrailUnavailable where the store does not answer
     * @throws IllegalStateException where the log was cut short before that leaf
     */
    Page from(long leaf) {
        List<String> ids = leaves.from(leaf, LEAVES);
        List<Event> found = new ArrayList<>();
        int read = 0;
        int passedOver = 0;
        long characters = 0;
        while (read < ids.size() && characters < CHARACTERS) {
            int end = Math.min(ids.size(), read + NamedEntries.MOST);
            for (Entry entry : entries.of(ids.subList(read, end))) {
                Optional<Event> event = events.of(entry);
                event.ifPresent(found::add);
                passedOver += event.isEmpty() && EventType.of(entry.kind()).isPresent() ? 1 : 0;
                characters += event.map(one -> one.data().length()).orElse(0);
            }
            read = end;
        }
        return new Page(leaf + read, found, passedOver);
    }
}
