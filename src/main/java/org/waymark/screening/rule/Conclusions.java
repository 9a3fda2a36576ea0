package org.waymark.screening.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Block;
import org.waymark.screening.pathway.Flag;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Service;
import org.waymark.screening.pathway.Urgency;

/** What one rule gives where it fires. Rules only ever add: there is no word for taking away. */
public record Conclusions(
        List<PathwayAdvice> pathways,
        List<Service> services,
        List<ActionAdvice> actions,
        List<Block> blocks,
        List<Flag> flags) {

    public Conclusions {
        pathways = List.copyOf(pathways);
        services = List.copyOf(services);
        actions = List.copyOf(actions);
        blocks = List.copyOf(blocks);
        flags = List.copyOf(flags);
    }

    /** A pathway, how urgently, and for some pathways at what level. */
    public record PathwayAdvice(Pathway pathway, @Nullable String level, Urgency urgency) {}

    /** An action, and how urgently where that is not the urgency of the pathway it belongs to. */
    public record ActionAdvice(Action action, @Nullable Urgency urgency) {}

    /** Whether this pathway is among what the rule gives. */
    public boolean gives(Pathway pathway) {
        return pathways.stream().anyMatch(advice -> advice.pathway() == pathway);
    }

    /** The most urgent of its pathways, if it gives any. */
    public Optional<Urgency> pathwayUrgency() {
        return Urgency.mostUrgent(pathways.stream().map(PathwayAdvice::urgency));
    }

    /** The most urgent of all that it gives, if it gives anything with an urgency. */
    public Optional<Urgency> urgency() {
        return Urgency.mostUrgent(Stream.concat(
                pathways.stream().map(PathwayAdvice::urgency), actions.stream().map(ActionAdvice::urgency)));
    }

    /** The same, with no urgency faster than the limit. */
    public Conclusions noFasterThan(Urgency limit) {
        return new Conclusions(
                pathways.stream()
                        .map(advice -> new PathwayAdvice(
                                advice.pathway(),
                                advice.level(),
                                advice.urgency().noFasterThan(limit)))
                        .toList(),
                services,
                actions.stream().map(advice -> slowed(advice, limit)).toList(),
                blocks,
                flags);
    }

    private static ActionAdvice slowed(ActionAdvice advice, Urgency limit) {
        Urgency urgency = advice.urgency();
        return urgency == null ? advice : new ActionAdvice(advice.action(), urgency.noFasterThan(limit));
    }
}
