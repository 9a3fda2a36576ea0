package org.waymark.screening.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Block;
import org.waymark.screening.pathway.Flag;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Service;
import org.waymark.screening.pathway.Urgency;

/**
 * The outcome of a screening. A recommendation: a named person decides.
 *
 * @param summary the outcome in plain words
 * @param primary code of the pathway that leads, or {@code universal} where no threshold was met
 * @param urgency the most urgent of its pathways and actions, absent where there are none
 * @param respondBy by when, counted from when the contact was received
 */
public record Outcome(
        String summary,
        String primary,
        @Nullable Urgency urgency,
        @Nullable Instant respondBy,
        List<PathwayResult> pathways,
        List<ServiceResult> services,
        List<ActionResult> actions,
        List<BlockResult> blocks,
        List<Reason> reasons,
        List<NearMiss> nearMisses,
        List<Question> questions,
        List<FlagResult> flags) {

    /** What {@link #primary} says where no threshold was met on what is known. */
    public static final String UNIVERSAL = "universal";

    public Optional<PathwayResult> pathway(Pathway pathway) {
        return pathways.stream().filter(one -> one.pathway() == pathway).findFirst();
    }

    public boolean has(Service service) {
        return services.stream().anyMatch(one -> one.service() == service);
    }

    public boolean has(Action action) {
        return actions.stream().anyMatch(one -> one.action() == action);
    }

    public boolean has(Block block) {
        return blocks.stream().anyMatch(one -> one.block() == block);
    }

    public boolean has(Flag flag) {
        return flags.stream().anyMatch(one -> one.flag() == flag);
    }
}
