package org.waymark.casework.relay;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.waymark.casework.DecisionEvents;
import org.waymark.store.Lease;
import org.waymark.trail.NamedEntries;
import org.waymark.trail.Trail;
import org.waymark.trail.sealing.SealedLog;

/** Makes relays, for whoever has somewhere for events to go. */
public final class Relays {

    private static final String LEASE = "relay-lease";

    private final MongoDatabase database;
    private final SealedLog log;
    private final Trail trail;
    private final NamedEntries entries;
    private final Clock clock;

    Relays(MongoDatabase database, SealedLog log, Trail trail, NamedEntries entries, Clock clock) {
        this.database = database;
        this.log = log;
        this.trail = trail;
        this.entries = entries;
        this.clock = clock;
    }

    /** The name of the log whose entries are passed on: no two services have the same. */
    public String log() {
        return log.verifier().name();
    }

    /**
     * A relay to there, which does nothing before it is started. There is one place up to which all is passed on, so
     * there may be one such sink.
     */
    public Relaying to(DecisionSink sink, RelayStart start) {
        RelayCounts counts = new RelayCounts();
        EventPages pages = new EventPages(log.reader(), entries, new DecisionEvents(trail));
        Relay relay = new Relay(
                new RelayCursor(database), () -> start == RelayStart.NOW ? log.size() : 0, pages, sink, counts);
        return new Relaying(
                new Lease(database, LEASE, clock), relay, new RelayLag.Meter(database, log, entries), counts, clock);
    }
}
