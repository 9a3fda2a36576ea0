package org.waymark.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.waymark.policy.PolicyEvent.Activated;
import org.waymark.policy.PolicyEvent.Approved;
import org.waymark.policy.PolicyEvent.Drafted;
import org.waymark.policy.PolicyEvent.Rejected;
import org.waymark.policy.PolicyEvent.Submitted;

/** What follows from the log of rule sets up to one place in it. Immutable. */
public final class Ledger {

    /** Before anything happened. */
    static final Ledger EMPTY = new Ledger(List.of());

    /**
     * What is in force in one area.
     *
     * @param since from when on
     */
    public record InForce(String hash, Instant since) {}

    private final List<Logged> log;

    private Ledger(List<Logged> log) {
        this.log = List.copyOf(log);
    }

    Ledger and(Logged next) {
        if (next.sequence() != last() + 1) {
            throw new IllegalStateException("the log of rule sets has no entry " + (last() + 1));
        }
        List<Logged> more = new ArrayList<>(log);
        more.add(next);
        return new Ledger(more);
    }

    /** The place of the last event, 0 where there is none. */
    public long last() {
        return log.size();
    }

    /** Everything that happened, oldest first. */
    public List<Logged> events() {
        return log;
    }

    /** Every version, the first one first. */
    public List<Version> versions() {
        Map<String, List<Logged>> byHash = new LinkedHashMap<>();
        log.forEach(one -> byHash.computeIfAbsent(one.event().hash(), none -> new ArrayList<>())
                .add(one));
        return byHash.values().stream().map(Ledger::version).toList();
    }

    private static Version version(List<Logged> events) {
        Logged first = events.get(0);
        if (!(first.event() instanceof Drafted drafted)) {
            throw new IllegalStateException("the log of rule sets speaks of a version that nobody brought in");
        }
        return new Version(
                drafted.hash(), drafted.name(), first.by(), drafted.note(), drafted.parent(), first.at(), events);
    }

    public Optional<Version> version(String hash) {
        return versions().stream().filter(one -> one.hash().equals(hash)).findFirst();
    }

    /** What is in force at a moment, by area, {@code *} for all that have none of their own. */
    public SortedMap<String, InForce> inForce(Instant at) {
        return inForce(due(at));
    }

    private static SortedMap<String, InForce> inForce(Stream<Logged> activations) {
        SortedMap<String, InForce> areas = new TreeMap<>();
        activations.forEach(one -> {
            Activated activated = (Activated) one.event();
            activated.areas().forEach(area -> areas.put(area, new InForce(activated.hash(), activated.from())));
        });
        return areas;
    }

    /** What was in force just before an activation took hold, by area. */
    public SortedMap<String, InForce> before(Logged activation) {
        return inForce(
                due(((Activated) activation.event()).from()).takeWhile(one -> one.sequence() != activation.sequence()));
    }

    /** The activations that have taken hold, the first one first. */
    public List<Logged> activations(Instant at) {
        return due(at).toList();
    }

    /** The activations that have come, in the order in which they take hold: by their moment, then as they were made. */
    private Stream<Logged> due(Instant at) {
        return log.stream()
                .filter(one -> one.event() instanceof Activated activated
                        && !activated.from().isAfter(at))
                .sorted(Comparator.comparing((Logged one) -> ((Activated) one.event()).from())
                        .thenComparing(Logged::sequence));
    }

    /** The activations that are still to come, the next one first. */
    public List<Logged> ahead(Instant at) {
        return log.stream()
                .filter(one -> one.event() instanceof Activated activated
                        && activated.from().isAfter(at))
                .sorted(Comparator.comparing((Logged one) -> ((Activated) one.event()).from())
                        .thenComparing(Logged::sequence))
                .toList();
    }

    /** How far a version has come at a moment. */
    public State state(Version version, Instant at) {
        if (inForce(at).values().stream().anyMatch(one -> one.hash().equals(version.hash()))) {
            return State.ACTIVE;
        } else if (due(at).anyMatch(one -> one.event().hash().equals(version.hash()))) {
            return State.RETIRED;
        } else if (version.was(Rejected.class)) {
            return State.REJECTED;
        } else if (version.was(Approved.class)) {
            return State.APPROVED;
        }
        return version.was(Submitted.class) ? State.SUBMITTED : State.DRAFT;
    }
}
