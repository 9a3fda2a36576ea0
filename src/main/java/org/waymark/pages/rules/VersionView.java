package org.waymark.pages.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.waymark.policy.Ledger;
import org.waymark.policy.Ledger.Activation;
import org.waymark.policy.Logged;
import org.waymark.policy.PolicyEvent;
import org.waymark.policy.State;
import org.waymark.policy.Version;

/**
 * A version of the rules as pages show it.
 *
 * @param since where it is in force, and from when on, by area
 * @param ahead its activations that are still to come
 * @param events all that happened to it, the latest first
 */
public record VersionView(
        String name,
        String hash,
        String state,
        String author,
        String note,
        @Nullable String parent,
        Instant draftedAt,
        SortedMap<String, Instant> since,
        List<Activation> ahead,
        List<EventView> events) {

    private static final int SHORT_HASH = 12;

    /**
     * Something that happened to it.
     *
     * @param what the code of it
     * @param words what whoever did it said; empty where that is nothing
     * @param areas for which, where it is for some
     */
    public record EventView(
            Instant at,
            String by,
            String what,
            String words,
            List<String> areas,
            @Nullable Instant from) {

        static EventView of(Logged logged) {
            Map<String, Object> fields = PolicyEvent.fields(logged.event());
            Object words = fields.getOrDefault("note", fields.get("reason"));
            List<String> areas = new ArrayList<>();
            Instant from = null;
            if (logged.event() instanceof PolicyEvent.Activated activated) {
                areas.addAll(activated.areas());
                from = activated.from();
            } else if (logged.event() instanceof PolicyEvent.Withdrawn withdrawn) {
                areas.addAll(withdrawn.areas());
            }
            return new EventView(
                    logged.at(),
                    logged.by(),
                    String.valueOf(fields.get("what")),
                    words == null ? "" : words.toString(),
                    areas.stream().sorted().toList(),
                    from);
        }
    }

    static VersionView of(Version version, Ledger ledger, Instant now) {
        SortedMap<String, Instant> since = new TreeMap<>();
        ledger.inForce(now).forEach((area, one) -> {
            if (one.hash().equals(version.hash())) {
                since.put(area, one.since());
            }
        });
        List<EventView> events = new ArrayList<>();
        version.events().forEach(one -> events.add(0, EventView.of(one)));
        return new VersionView(
                version.name(),
                version.hash(),
                ledger.state(version, now).code(),
                version.author(),
                version.note(),
                version.parent(),
                version.draftedAt(),
                since,
                ledger.ahead(version.hash(), now),
                List.copyOf(events));
    }

    /** Enough of the hash to tell versions of one name apart. */
    public String mark() {
        String digest = hash.substring(hash.indexOf(':') + 1);
        return digest.substring(0, Math.min(SHORT_HASH, digest.length()));
    }

    /** The latest thing that happened to it. */
    public EventView latest() {
        return events.get(0);
    }

    public boolean isDraft() {
        return is(State.DRAFT);
    }

    public boolean isSubmitted() {
        return is(State.SUBMITTED);
    }

    /** Whether it may be put in force, or be put in force again. */
    public boolean mayBeActive() {
        return is(State.APPROVED) || is(State.ACTIVE) || is(State.RETIRED);
    }

    /** Whether it was in force and is no more: putting it in force again is a roll-back. */
    public boolean isRetired() {
        return is(State.RETIRED);
    }

    private boolean is(State one) {
        return state.equals(one.code());
    }
}
