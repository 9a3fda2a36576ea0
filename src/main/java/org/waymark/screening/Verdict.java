package org.waymark.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Block;
import org.waymark.screening.pathway.Flag;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Service;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Conclusions.ActionAdvice;
import org.waymark.screening.rule.Conclusions.PathwayAdvice;
import org.waymark.screening.rule.Firing;
import org.waymark.screening.rule.Manifest;

/**
 * What a set of firings comes to: every result by its maximum, never by a mean or a sum (MA-20), with the rules that
 * ask for it.
 */
public final class Verdict {

    /** A pathway at the highest level and urgency that any rule asked for. */
    public record Path(@Nullable String level, Urgency urgency, List<String> rules) {}

    /** An action at the highest urgency that any rule asked for. */
    public record Act(Urgency urgency, List<String> rules) {}

    private final Manifest manifest;
    private final Map<Pathway, Path> pathways = new EnumMap<>(Pathway.class);
    private final Map<Service, Set<String>> services = new EnumMap<>(Service.class);
    private final Map<Action, Act> actions = new EnumMap<>(Action.class);
    private final Map<Block, Set<String>> blocks = new EnumMap<>(Block.class);
    private final Map<Flag, Set<String>> flags = new EnumMap<>(Flag.class);

    Verdict(Manifest manifest, Collection<Firing> firings, Set<Pathway> removed) {
        this.manifest = manifest;
        mergePathways(firings, removed);
        mergeActions(firings);
        for (Firing firing : firings) {
            Conclusions given = firing.conclusions();
            String rule = firing.rule().family();
            given.services().forEach(one -> rulesOf(services, one).add(rule));
            given.blocks().forEach(one -> rulesOf(blocks, one).add(rule));
            given.flags().forEach(one -> rulesOf(flags, one).add(rule));
        }
    }

    private static <K> Set<String> rulesOf(Map<K, Set<String>> map, K key) {
        return map.computeIfAbsent(key, none -> new TreeSet<>());
    }

    private void mergePathways(Collection<Firing> firings, Set<Pathway> removed) {
        Map<Pathway, List<PathwayAdvice>> advised = new EnumMap<>(Pathway.class);
        Map<Pathway, Map<String, Urgency>> byRule = new EnumMap<>(Pathway.class);
        for (Firing firing : firings) {
            for (PathwayAdvice advice : firing.conclusions().pathways()) {
                if (!removed.contains(advice.pathway())) {
                    advised.computeIfAbsent(advice.pathway(), none -> new ArrayList<>())
                            .add(advice);
                    byRule.computeIfAbsent(advice.pathway(), none -> new TreeMap<>())
                            .merge(firing.rule().family(), advice.urgency(), Verdict::faster);
                }
            }
        }
        advised.forEach((pathway, all) -> {
            Map<String, Urgency> rules = byRule.getOrDefault(pathway, Map.of());
            Urgency.mostUrgent(rules.values().stream())
                    .ifPresent(urgency -> pathways.put(pathway, new Path(highest(all), urgency, ordered(rules))));
        });
    }

    private void mergeActions(Collection<Firing> firings) {
        Urgency unspecified = Urgency.mostUrgent(pathways.values().stream().map(Path::urgency))
                .orElse(Urgency.PLANNED);
        Map<Action, Map<String, Urgency>> byAction = new EnumMap<>(Action.class);
        for (Firing firing : firings) {
            Conclusions given = firing.conclusions();
            for (ActionAdvice advice : given.actions()) {
                Urgency urgency = Optional.ofNullable(advice.urgency())
                        .orElseGet(() -> given.pathwayUrgency().orElse(unspecified));
                byAction.computeIfAbsent(advice.action(), none -> new TreeMap<>())
                        .merge(firing.rule().family(), urgency, Verdict::faster);
            }
        }
        byAction.forEach((action, byRule) -> actions.put(
                action, new Act(Urgency.mostUrgent(byRule.values().stream()).orElseThrow(), ordered(byRule))));
    }

    private static Urgency faster(Urgency one, Urgency other) {
        return one.isAtLeast(other) ? one : other;
    }

    private @Nullable String highest(List<PathwayAdvice> all) {
        return all.stream()
                .<String>mapMulti((advice, levels) -> {
                    String level = advice.level();
                    if (level != null) {
                        levels.accept(level);
                    }
                })
                .max(Comparator.comparingInt(manifest::rank))
                .orElse(null);
    }

    /** The most urgent rule first, and within one urgency by id. */
    private static List<String> ordered(Map<String, Urgency> byRule) {
        return byRule.entrySet().stream()
                .sorted(Map.Entry.<String, Urgency>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    public Map<Pathway, Path> pathways() {
        return pathways;
    }

    public Map<Service, Set<String>> services() {
        return services;
    }

    public Map<Action, Act> actions() {
        return actions;
    }

    public Map<Block, Set<String>> blocks() {
        return blocks;
    }

    public Map<Flag, Set<String>> flags() {
        return flags;
    }

    public boolean has(Pathway pathway) {
        return pathways.containsKey(pathway);
    }

    /** The most urgent of its pathways and actions. */
    public Optional<Urgency> urgency() {
        return Urgency.mostUrgent(Stream.concat(
                pathways.values().stream().map(Path::urgency),
                actions.values().stream().map(Act::urgency)));
    }

    /** The most urgent of its pathways. */
    public Optional<Urgency> pathwayUrgency() {
        return Urgency.mostUrgent(pathways.values().stream().map(Path::urgency));
    }
}
