package org.waymark.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.screening.outcome.Evidence;
import org.waymark.screening.outcome.Reason;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Conclusions.ActionAdvice;
import org.waymark.screening.rule.Conclusions.PathwayAdvice;
import org.waymark.screening.rule.Firing;
import org.waymark.screening.rule.Manifest;

/**
 * The reasons that a decision shows: of each rule its strongest line, and a further line only where that gives
 * something which the stronger ones do not, or is as strong and rests on something else: the gravest fact must not hide
 * behind another that asks for the same.
 */
final class Reasons {

    private final Manifest manifest;
    private final EvidenceFinder evidence;
    private final Statements statements;

    Reasons(Manifest manifest, EvidenceFinder evidence, Statements statements) {
        this.manifest = manifest;
        this.evidence = evidence;
        this.statements = statements;
    }

    /** The reasons, the most urgent first. */
    List<Reason> of(Collection<Firing> firings) {
        return strongest(firings).stream().map(this::reason).toList();
    }

    private Reason reason(Firing firing) {
        List<Evidence> facts = firing.facts().stream()
                .flatMap(fact -> evidence.behind(fact).stream())
                .distinct()
                .toList();
        return new Reason(
                firing.rule().family(),
                firing.rule().title(),
                statements.of(firing),
                facts,
                firing.rule().source());
    }

    private List<Firing> strongest(Collection<Firing> firings) {
        Map<String, List<Firing>> shown = new LinkedHashMap<>();
        Set<String> lines = new HashSet<>();
        firings.stream()
                .sorted(strongestFirst())
                .filter(firing -> lines.add(firing.rule().id()))
                .forEach(firing -> {
                    List<Firing> family = shown.computeIfAbsent(firing.rule().family(), none -> new ArrayList<>());
                    if (family.isEmpty()
                            || adds(firing.conclusions(), family)
                            || isAsStrongOnOtherFacts(firing, family)) {
                        family.add(firing);
                    }
                });
        return shown.values().stream()
                .flatMap(List::stream)
                .sorted(strongestFirst())
                .toList();
    }

    /** Whether a line is no weaker than the strongest, and rests on a factor that none shown speaks of. */
    private boolean isAsStrongOnOtherFacts(Firing firing, List<Firing> shown) {
        Conclusions given = firing.conclusions();
        Conclusions strongest = shown.get(0).conclusions();
        Set<String> spokenOf = shown.stream().flatMap(this::factors).collect(Collectors.toSet());
        return !given.pathways().isEmpty()
                && strongest.pathways().stream().allMatch(advice -> covers(given, advice))
                && !factors(firing).allMatch(spokenOf::contains);
    }

    private Stream<String> factors(Firing firing) {
        return firing.facts().stream()
                .flatMap(fact -> evidence.behind(fact).stream())
                .map(Evidence::factor);
    }

    private Comparator<Firing> strongestFirst() {
        return Comparator.comparing(
                        (Firing firing) -> firing.conclusions().urgency().orElse(Urgency.PLANNED))
                .thenComparing(firing -> -rank(firing.conclusions()))
                .thenComparing(firing -> firing.conclusions().pathways().isEmpty())
                .thenComparing(firing -> firing.rule().id())
                .thenComparing(firing -> firing.facts().stream().anyMatch(fact -> fact.assumed()));
    }

    private int rank(Conclusions conclusions) {
        return conclusions.pathways().stream()
                .map(PathwayAdvice::level)
                .filter(Objects::nonNull)
                .mapToInt(manifest::rank)
                .max()
                .orElse(-1);
    }

    /** Whether what this gives is not all given as strongly by the others. */
    private boolean adds(Conclusions given, List<Firing> others) {
        List<Conclusions> shown = others.stream().map(Firing::conclusions).toList();
        return given.pathways().stream().anyMatch(advice -> shown.stream().noneMatch(one -> covers(one, advice)))
                || given.actions().stream().anyMatch(advice -> shown.stream().noneMatch(one -> covers(one, advice)))
                || given.services().stream()
                        .anyMatch(service ->
                                shown.stream().noneMatch(one -> one.services().contains(service)))
                || given.blocks().stream()
                        .anyMatch(block ->
                                shown.stream().noneMatch(one -> one.blocks().contains(block)))
                || given.flags().stream()
                        .anyMatch(flag ->
                                shown.stream().noneMatch(one -> one.flags().contains(flag)));
    }

    private boolean covers(Conclusions stronger, PathwayAdvice advice) {
        return stronger.pathways().stream()
                .anyMatch(one -> one.pathway() == advice.pathway()
                        && one.urgency().isAtLeast(advice.urgency())
                        && levelOf(one) >= levelOf(advice));
    }

    private int levelOf(PathwayAdvice advice) {
        return advice.level() == null ? -1 : manifest.rank(advice.level());
    }

    private static boolean covers(Conclusions stronger, ActionAdvice advice) {
        return stronger.actions().stream().anyMatch(one -> one.action() == advice.action());
    }
}
