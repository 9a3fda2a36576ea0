package org.waymark.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.assessment.Factor;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.outcome.Explanation;
import org.waymark.screening.outcome.Explanation.Answered;
import org.waymark.screening.outcome.Explanation.PathwayExplanation;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.RuleSet;

/**
 * Finds what each pathway rests on, by taking facts away and screening again: the smallest sets of facts without which
 * it would not be there, or would be slower.
 *
 * <p>The sets are grown one fact at a time, and only by facts that hold the pathway up in what is left (after R. Reiter,
 * "A theory of diagnosis from first principles", 1987, section 4: each way to bring a conclusion down must take
 * something from every ground on which it stands). So a pathway on few grounds costs some tens of screenings and not all
 * triples of what is known.
 */
final class Counterfactuals {

    /** More facts than these together tell a reader no more than that there are many. */
    private static final int MOST_FACTORS = 3;

    /**
     * How many screenings are spent on one pathway before it is said that there may be more sets. Four pathways at a
     * third of a millisecond each are some three seconds at the very worst; the cases of the samples need 25 at most for
     * all of their pathways together.
     */
    private static final int MOST_PASSES = 2_000;

    private final RuleSet ruleSet;
    private final ReadFactors read;
    private final Map<String, Integer> places = new HashMap<>();
    private final Function<CaseFile, Pass> screen;
    private final int mostPasses;

    /**
     * @param screen how a file is screened
     */
    Counterfactuals(RuleSet ruleSet, ReadFactors read, Function<CaseFile, Pass> screen) {
        this(ruleSet, read, screen, MOST_PASSES);
    }

    /**
     * @param mostPasses how many screenings may be spent on one pathway
     */
    Counterfactuals(RuleSet ruleSet, ReadFactors read, Function<CaseFile, Pass> screen, int mostPasses) {
        this.mostPasses = mostPasses;
        this.ruleSet = ruleSet;
        this.read = read;
        this.screen = screen;
        for (Factor factor : ruleSet.catalogue().factors()) {
            places.put(factor.id(), places.size());
        }
    }

    /** What the pathways of this file rest on. */
    Explanation of(CaseFile file) {
        Taking taking = new Taking(file);
        List<PathwayExplanation> pathways = new ArrayList<>();
        taking.now().pathways().forEach((pathway, path) -> pathways.add(taking.explain(pathway, path)));
        List<Answered> facts = pathways.stream()
                .flatMap(one -> Stream.concat(one.withoutAny().stream(), one.slowerWithout().stream()))
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparing(this::place))
                .map(factor -> new Answered(factor, file.answer(factor).orElse(null)))
                .toList();
        return new Explanation(MOST_FACTORS, pathways, facts);
    }

    private Set<String> read(CaseFile file) {
        return file.factors().stream().filter(read::mentions).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * What might bring safeguarding or MACE by being taken away. The rules that give them lose by less being said,
     * unless they read that something is not yes, or an age that is in dispute; and no other results are read as absent.
     */
    private Set<String> raising(CaseFile file) {
        Stream<String> readAsNotYes = ruleSet.rules().stream()
                .flatMap(rule -> rule.conditions().stream())
                .filter(AnsweredCondition.class::isInstance)
                .map(AnsweredCondition.class::cast)
                .filter(answered -> answered.kind() == AnsweredCondition.Kind.NOT_YES)
                .map(AnsweredCondition::factor);
        return Stream.concat(readAsNotYes, Stream.of(Guard.AGE_DISPUTED))
                .filter(file::isYes)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private int place(String factor) {
        return places.getOrDefault(factor, Integer.MAX_VALUE);
    }

    private Comparator<List<String>> smallestFirst() {
        Comparator<List<String>> bySize = Comparator.comparingInt(List::size);
        return bySize.thenComparing((one, other) -> {
            for (int i = 0; i < one.size(); i++) {
                int compared = Integer.compare(place(one.get(i)), place(other.get(i)));
                if (compared != 0) {
                    return compared;
                }
            }
            return 0;
        });
    }

    /** What a screening came to, and what held it up; the largest sets are not grown, so of them nobody asks. */
    private record Left(Verdict verdict, Optional<Supports> supports) {}

    /** Sets that were found, and whether there can be no more. */
    private record Found(List<List<String>> sets, boolean complete) {}

    /** Facts being taken away from one file. Each set is screened once, whichever pathway asks. */
    private final class Taking {

        private final CaseFile file;
        private final Supports.Known known;
        private final Map<List<String>, Left> screened = new HashMap<>();
        private int passesLeft;

        Taking(CaseFile file) {
            this.file = file;
            this.known = new Supports.Known(raising(file), read(file));
        }

        Verdict now() {
            passesLeft = 1;
            return without(List.of()).orElseThrow().verdict();
        }

        PathwayExplanation explain(Pathway pathway, Verdict.Path path) {
            passesLeft = mostPasses;
            Found gone = smallest(verdict -> !verdict.has(pathway), Supports::ofBeingThere, pathway);
            Found weaker = smallest(verdict -> isWeaker(verdict, pathway, path), Supports::ofBeingSoStrong, pathway);
            // A smallest set that takes the pathway away altogether is among the first already.
            List<List<String>> slower = weaker.sets().stream()
                    .filter(set -> without(set)
                            .filter(left -> left.verdict().has(pathway))
                            .isPresent())
                    .toList();
            return new PathwayExplanation(pathway, gone.sets(), slower, gone.complete() && weaker.complete());
        }

        private boolean isWeaker(Verdict verdict, Pathway pathway, Verdict.Path before) {
            Verdict.Path path = verdict.pathways().get(pathway);
            return path == null || !path.urgency().isAtLeast(before.urgency()) || rank(path) < rank(before);
        }

        private int rank(Verdict.Path path) {
            String level = path.level();
            return level == null ? -1 : ruleSet.manifest().rank(level);
        }

        private Found smallest(
                Predicate<Verdict> fallen, BiFunction<Supports, Pathway, Set<String>> supports, Pathway pathway) {
            List<List<String>> found = new ArrayList<>();
            Set<List<String>> sets = Set.of(List.of());
            for (int size = 0; size <= MOST_FACTORS; size++) {
                Set<List<String>> larger = new LinkedHashSet<>();
                for (List<String> set : sets) {
                    if (found.stream().anyMatch(set::containsAll)) {
                        continue;
                    }
                    Optional<Left> left = without(set);
                    if (left.isEmpty()) {
                        return new Found(sorted(found), false);
                    } else if (fallen.test(left.get().verdict())) {
                        found.add(set);
                    } else {
                        left.get()
                                .supports()
                                .ifPresent(standing -> larger.addAll(grown(set, supports.apply(standing, pathway))));
                    }
                }
                sets = larger;
            }
            return new Found(sorted(found), true);
        }

        private List<List<String>> sorted(Collection<List<String>> sets) {
            return sets.stream().sorted(smallestFirst()).toList();
        }

        private List<List<String>> grown(List<String> set, Set<String> by) {
            return by.stream()
                    .filter(factor -> !set.contains(factor))
                    .map(factor -> Stream.concat(set.stream(), Stream.of(factor))
                            .sorted(Comparator.comparing(Counterfactuals.this::place))
                            .toList())
                    .toList();
        }

        /** What is left without these facts; nothing where no more screenings may be spent. */
        private Optional<Left> without(List<String> factors) {
            Left left = screened.get(factors);
            if (left == null && passesLeft > 0) {
                passesLeft--;
                Pass pass = screen.apply(file.without(factors));
                left = new Left(
                        pass.verdict(),
                        factors.size() < MOST_FACTORS
                                ? Optional.of(new Supports(pass, known, ruleSet.manifest()))
                                : Optional.empty());
                screened.put(factors, left);
            }
            return Optional.ofNullable(left);
        }
    }
}
