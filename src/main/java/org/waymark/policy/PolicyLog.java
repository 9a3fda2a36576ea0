package org.waymark.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.waymark.trail.Appended;
import org.waymark.trail.Draft;
import org.waymark.trail.Entry;
import org.waymark.trail.Kind;
import org.waymark.trail.Person;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.TrailUnavailable;

/** The log of what happened to versions of the rules: entries of the trail, so that it cannot fork or be rewritten. */
public final class PolicyLog {

    private static final String EVENT = "event";

    /** How often to think again when somebody else appends meanwhile. */
    private static final int MOST_ATTEMPTS = 50;

    private final Trail trail;
    private final Pseudonyms pseudonyms;
    private final Person log;
    private final Clock clock;
    private volatile Ledger read = Ledger.EMPTY;

    public PolicyLog(Trail trail, Pseudonyms pseudonyms, Clock clock) {
        this.trail = trail;
        this.pseudonyms = pseudonyms;
        this.log = pseudonyms.ruleSets();
        this.clock = clock;
    }

    /**
     * All that happened until now.
     *
     * @throws TrailUnavailable where the store does not answer
     */
    public Ledger read() {
        Ledger before = read;
        Ledger now = before;
        for (Entry entry : trail.after(log, before.last())) {
            now = now.and(logged(entry));
        }
        read = now;
        return now;
    }

    private static Logged logged(Entry entry) {
        String event = entry.content().get(EVENT);
        if (entry.kind() != Kind.RULE_SET || event == null) {
            throw new IllegalStateException("entry " + entry.id() + " of the log of rule sets is none of its events");
        }
        return new Logged(entry.sequence(), entry.recordedAt(), entry.actor(), EventJson.read(event));
    }

    /**
     * Appends what follows from all that happened until now. Where somebody else appends meanwhile it is asked again.
     *
     * @param next says what is to happen, or that nothing is to; may refuse by throwing
     * @return the log with it
     * @throws TrailUnavailable where it cannot be recorded
     */
    public Ledger append(String by, Function<Ledger, Optional<? extends PolicyEvent>> next) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Ledger now = read();
            Optional<? extends PolicyEvent> event = next.apply(now);
            if (event.isEmpty()) {
                return now;
            }
            Draft draft = new Draft(
                    Kind.RULE_SET, pseudonyms.attempt(), null, by, now(), Map.of(EVENT, EventJson.write(event.get())));
            if (trail.append(log, now.last() + 1, draft) instanceof Appended.Recorded) {
                return read();
            }
        }
        throw new TrailUnavailable("too many are changing versions of the rules at once", null);
    }

    /** What stands in the log for a case: what is logged stays for good, and must name no young person. */
    String mark(String reference) {
        return pseudonyms.impactCase(reference);
    }

    /** The present moment, as the trail keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
