package org.waymark.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.policy.PolicyEvent.Activated;
import org.waymark.policy.PolicyEvent.Approved;
import org.waymark.policy.PolicyEvent.Seen;

/**
 * A version of the rules. Its files never change: a change is another version.
 *
 * @param hash of its files, and so its identity
 * @param name as decisions show it
 * @param author who brought it in
 * @param note why it was made
 * @param parent the version that it was made from, if it was made from one
 * @param events all that happened to it, oldest first
 */
public record Version(
        String hash,
        String name,
        String author,
        String note,
        @Nullable String parent,
        Instant draftedAt,
        List<Logged> events) {

    public Version {
        events = List.copyOf(events);
    }

    /** The latest event of a kind, if there was one. */
    public <E extends PolicyEvent> Optional<Logged> latest(Class<E> kind) {
        return events.stream().filter(one -> kind.isInstance(one.event())).reduce((earlier, later) -> later);
    }

    /** The changes that were seen when it was approved, or put in force since. */
    List<Seen> seen() {
        return events.stream()
                .map(Logged::event)
                .flatMap(event -> event instanceof Approved approved
                        ? approved.seen().stream()
                        : event instanceof Activated activated ? activated.seen().stream() : Stream.empty())
                .toList();
    }

    boolean was(Class<? extends PolicyEvent> kind) {
        return latest(kind).isPresent();
    }
}
