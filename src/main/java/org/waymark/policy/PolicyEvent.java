package org.waymark.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that happened to a version of the rules. */
public sealed interface PolicyEvent {

    /** The hash of the version that it happened to. */
    String hash();

    /** What an event says, by field, in the order in which the log keeps them. */
    static Map<String, Object> fields(PolicyEvent event) {
        return EventJson.map(event);
    }

    /**
     * Somebody brought in a version.
     *
     * @param name its name, from its manifest
     * @param note why it was made, in its author's words
     * @param parent the version that it was made from, if it was made from one
     */
    record Drafted(
            String hash, String name, String note, @Nullable String parent) implements PolicyEvent {}

    /**
     * Its author wants it in force.
     *
     * @param analysis the impact analysis that it was submitted with
     * @param reason why it should be, though it asks for more urgent responses than an area says that it can make
     */
    record Submitted(String hash, String analysis, @Nullable String reason) implements PolicyEvent {}

    /**
     * An approver opened cases that would be downgraded, and accepts that.
     *
     * @param cases marks that stand for the references which the analysis gives the cases
     * @param reason why, where they were accepted as a group
     */
    record Accepted(
            String hash,
            String analysis,
            List<String> cases,
            @Nullable String reason) implements PolicyEvent {

        public Accepted {
            cases = List.copyOf(cases);
        }
    }

    /**
     * A change that somebody said they had seen.
     *
     * @param id of the change, see {@link FirstChange}
     * @param text what it was, in words
     */
    record Seen(String id, String text) {}

    /**
     * A second person approved it.
     *
     * @param seen the changes of what factors mean, and of groups, that the approver said they had seen
     */
    record Approved(String hash, String note, List<Seen> seen) implements PolicyEvent {

        public Approved {
            seen = List.copyOf(seen);
        }
    }

    /** It will not come into force. */
    record Rejected(String hash, String reason) implements PolicyEvent {}

    /**
     * It is to be in force.
     *
     * @param areas for which areas, {@code *} for all that have none of their own
     * @param from from when on
     * @param reason why; for a roll-back what went wrong
     * @param seen the changes that were none yet when it was approved, and that whoever activated it had seen
     */
    record Activated(String hash, Set<String> areas, Instant from, String reason, List<Seen> seen)
            implements PolicyEvent {

        public Activated {
            areas = Set.copyOf(areas);
            seen = List.copyOf(seen);
        }
    }

    /**
     * It is not to be in force after all: every activation of it for these areas that was still to come does not come.
     *
     * @param areas as the activations name them
     * @param reason why
     */
    record Withdrawn(String hash, Set<String> areas, String reason) implements PolicyEvent {

        public Withdrawn {
            areas = Set.copyOf(areas);
        }
    }
}
