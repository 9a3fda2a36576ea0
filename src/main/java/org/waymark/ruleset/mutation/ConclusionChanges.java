package org.waymark.ruleset.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.waymark.assessment.Coded;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Conclusions.ActionAdvice;
import org.waymark.screening.rule.Conclusions.PathwayAdvice;
import org.waymark.screening.rule.Manifest;

/**
 * What a tired hand could make of what a line gives: each thing dropped, each clock one step slower and one faster, each
 * level one up and one down.
 */
final class ConclusionChanges {

    private final Manifest manifest;

    ConclusionChanges(Manifest manifest) {
        this.manifest = manifest;
    }

    List<Change<Conclusions>> of(Conclusions given) {
        List<Change<Conclusions>> changes = new ArrayList<>();
        pathways(given, changes);
        drops(given.services(), to -> withServices(given, to), changes);
        actions(given, changes);
        drops(given.blocks(), to -> withBlocks(given, to), changes);
        drops(given.flags(), to -> withFlags(given, to), changes);
        return changes;
    }

    private void pathways(Conclusions given, List<Change<Conclusions>> changes) {
        for (int i = 0; i < given.pathways().size(); i++) {
            PathwayAdvice advice = given.pathways().get(i);
            String of = " for " + name(advice.pathway());
            int index = i;
            Function<PathwayAdvice, Conclusions> with =
                    other -> withPathways(given, replaced(given.pathways(), index, other));
            changes.add(Change.dropped(withPathways(given, without(given.pathways(), index)), name(advice.pathway())));
            for (Urgency urgency : Steps.of(advice.urgency())) {
                changes.add(Change.became(
                        with.apply(new PathwayAdvice(advice.pathway(), advice.level(), urgency)),
                        advice.urgency().code(),
                        urgency.code() + of,
                        ""));
            }
            String level = advice.level();
            if (level != null) {
                for (String other : Steps.of(manifest, level)) {
                    changes.add(Change.became(
                            with.apply(new PathwayAdvice(advice.pathway(), other, advice.urgency())),
                            level,
                            other + of,
                            ""));
                }
            }
        }
    }

    private static void actions(Conclusions given, List<Change<Conclusions>> changes) {
        for (int i = 0; i < given.actions().size(); i++) {
            ActionAdvice advice = given.actions().get(i);
            String action = advice.action().code();
            changes.add(Change.dropped(withActions(given, without(given.actions(), i)), action));
            Optional<Urgency> now = Optional.ofNullable(advice.urgency()).or(given::pathwayUrgency);
            if (now.isEmpty()) {
                // No clock of its own and no pathway: it is as fast as the rest of the case, so no clock is a step
                // away.
                continue;
            }
            for (Urgency urgency : Steps.of(now.get())) {
                changes.add(Change.became(
                        withActions(given, replaced(given.actions(), i, new ActionAdvice(advice.action(), urgency))),
                        now.get().code(),
                        urgency.code() + " for " + action,
                        ""));
            }
            // A clock that says what the pathway says anyhow can be dropped, and nothing changes.
            if (advice.urgency() != null && !given.pathwayUrgency().equals(now)) {
                changes.add(Change.dropped(
                        withActions(given, replaced(given.actions(), i, new ActionAdvice(advice.action(), null))),
                        "the clock of " + action));
            }
        }
    }

    private static <T extends Coded> void drops(
            List<T> all, Function<List<T>, Conclusions> to, List<Change<Conclusions>> changes) {
        for (int i = 0; i < all.size(); i++) {
            changes.add(Change.dropped(to.apply(without(all, i)), all.get(i).code()));
        }
    }

    /** As people say it: MACE is an abbreviation, the others are words. */
    private static String name(Pathway pathway) {
        return pathway == Pathway.MACE ? "MACE" : pathway.code();
    }

    private static <T> List<T> without(List<T> all, int index) {
        List<T> others = new ArrayList<>(all);
        others.remove(index);
        return others;
    }

    private static <T> List<T> replaced(List<T> all, int index, T other) {
        List<T> others = new ArrayList<>(all);
        others.set(index, other);
        return others;
    }

    private static Conclusions withPathways(Conclusions of, List<PathwayAdvice> to) {
        return new Conclusions(to, of.services(), of.actions(), of.blocks(), of.flags());
    }

    private static Conclusions withServices(Conclusions of, List<org.waymark.screening.pathway.Service> to) {
        return new Conclusions(of.pathways(), to, of.actions(), of.blocks(), of.flags());
    }

    private static Conclusions withActions(Conclusions of, List<ActionAdvice> to) {
        return new Conclusions(of.pathways(), of.services(), to, of.blocks(), of.flags());
    }

    private static Conclusions withBlocks(Conclusions of, List<org.waymark.screening.pathway.Block> to) {
        return new Conclusions(of.pathways(), of.services(), of.actions(), to, of.flags());
    }

    private static Conclusions withFlags(Conclusions of, List<org.waymark.screening.pathway.Flag> to) {
        return new Conclusions(of.pathways(), of.services(), of.actions(), of.blocks(), to);
    }
}
