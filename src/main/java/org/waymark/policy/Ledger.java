package org.waymark.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.waymark.policy.PolicyEvent.Activated;
import org.waymark.policy.PolicyEvent.Approved;
import org.waymark.policy.PolicyEvent.Drafted;
import org.waymark.policy.PolicyEvent.Rejected;
import org.waymark.policy.PolicyEvent.Submitted;
import org.waymark.policy.PolicyEvent.Withdrawn;

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

    /**
     * An activation, as far as it was not withdrawn.
     *
     * @param areas for which it is, in their order, {@code *} for all that have none of their own
     * @param sequence its place in the log
     */
    public record Activation(String hash, SortedSet<String> areas, Instant from, long sequence) {

        public Activation {
            areas = Collections.unmodifiableSortedSet(new TreeSet<>(areas));
        }
    }

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

    private static SortedMap<String, InForce> inForce(Stream<Activation> activations) {
        SortedMap<String, InForce> areas = new TreeMap<>();
        activations.forEach(one -> one.areas().forEach(area -> areas.put(area, new InForce(one.hash(), one.from()))));
        return areas;
    }

    /** What was in force just before an activation took hold, by area. */
    public SortedMap<String, InForce> before(Activation activation) {
        return inForce(due(activation.from()).takeWhile(one -> one.sequence() != activation.sequence()));
    }

    /** The activations that have taken hold, the first one first. */
    public List<Activation> activations(Instant at) {
        return due(at).toList();
    }

    /** The activations that have come, in the order in which they take hold: by their moment, then as they were made. */
    private Stream<Activation> due(Instant at) {
        return activations().filter(one -> !one.from().isAfter(at));
    }

    /** The activations that are still to come, the next one first. */
    public List<Activation> ahead(Instant at) {
        return activations().filter(one -> one.from().isAfter(at)).toList();
    }

    /** The same of one version. */
    public List<Activation> ahead(String hash, Instant at) {
        return ahead(at).stream().filter(one -> one.hash().equals(hash)).toList();
    }

    /** When a version last came into force, if it ever did up to a moment. */
    public Optional<Instant> cameIntoForce(String hash, Instant at) {
        return due(at).filter(one -> one.hash().equals(hash))
                .map(Activation::from)
                .reduce((earlier, later) -> later);
    }

    /** Every activation, less what was withdrawn of it before its moment. */
    private Stream<Activation> activations() {
        List<Logged> withdrawals =
                log.stream().filter(one -> one.event() instanceof Withdrawn).toList();
        return log.stream()
                .flatMap(one -> one.event() instanceof Activated activated
                        ? Stream.of(left(one.sequence(), activated, withdrawals))
                        : Stream.empty())
                .filter(one -> !one.areas().isEmpty())
                .sorted(Comparator.comparing(Activation::from).thenComparing(Activation::sequence));
    }

    /** INVARIANT: what was in force once stays so: a withdrawal takes nothing from an activation whose moment has come. */
    private static Activation left(long sequence, Activated activated, List<Logged> withdrawals) {
        SortedSet<String> areas = new TreeSet<>(activated.areas());
        withdrawals.stream()
                .filter(one -> one.sequence() > sequence && one.at().isBefore(activated.from()))
                .map(one -> (Withdrawn) one.event())
                .filter(one -> one.hash().equals(activated.hash()))
                .forEach(one -> areas.removeAll(one.areas()));
        return new Activation(activated.hash(), areas, activated.from(), sequence);
    }

    /** How far a version has come at a moment. */
    public State state(Version version, Instant at) {
        if (inForce(at).values().stream().anyMatch(one -> one.hash().equals(version.hash()))) {
            return State.ACTIVE;
        } else if (cameIntoForce(version.hash(), at).isPresent()) {
            return State.RETIRED;
        } else if (version.was(Rejected.class)) {
            return State.REJECTED;
        } else if (version.was(Approved.class)) {
            return State.APPROVED;
        }
        return version.was(Submitted.class) ? State.SUBMITTED : State.DRAFT;
    }
}
