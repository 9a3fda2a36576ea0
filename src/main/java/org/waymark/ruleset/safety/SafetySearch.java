package org.waymark.ruleset.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.screening.Screener;
import org.waymark.screening.rule.RuleSet;
import org.waymark.screening.rule.Stage;

/**
 * Looks for a case in which a rule set does not keep what must always hold: over every single answer, all pairs of
 * factors, the triples that some rule reads together, and every single change to a case in which each rule fires, all of
 * them at each age that some rule can tell apart.
 *
 * <p>The same rule set gives the same report. Takes all the processors that there are.
 */
public final class SafetySearch {

    private final RuleSet ruleSet;
    private final boolean thorough;

    private SafetySearch(RuleSet ruleSet, boolean thorough) {
        this.ruleSet = ruleSet;
        this.thorough = thorough;
    }

    /** The whole search. Counterexamples are confirmed by the engine of this rule set. */
    public static SafetySearch of(RuleSet ruleSet) {
        return new SafetySearch(ruleSet, true);
    }

    /** A quicker one, of single answers and pairs only; all that concerns each rule by itself is looked at as well. */
    public SafetySearch pairsOnly() {
        return new SafetySearch(ruleSet, false);
    }

    /**
     * Searches.
     *
     * @throws IllegalStateException where the search and the screener disagree about a case, which is a defect here and
     *     says nothing of the rule set
     */
    public SafetyReport report() {
        return new Search().report();
    }

    /** One search. */
    private final class Search {

        private final ValueSpace space = new ValueSpace(ruleSet);
        private final Passages passages = new Passages(space);
        private final Screener screener = new Screener(ruleSet);
        private final List<Witnesses.Witness> witnesses = IntStream.range(
                        0, space.rules().size())
                .parallel()
                .mapToObj(rule -> new Witnesses(passages).of(rule))
                .toList();

        SafetyReport report() {
            Tried tried = tried();
            GuardsAlone guards = new GuardsAlone(space, screener);
            List<Finding> broken = new ArrayList<>(guards.broken());
            broken.addAll(new Confirming(space, screener).findings(tried));
            broken.addAll(new Monitoring(space, screener).changes(witnesses));
            List<Unreachable> unreachable = new ArrayList<>(rulesThatNeverFire());
            unreachable.addAll(new Results(passages).thatNeverComeOut());
            return new SafetyReport(
                    ruleSet.name(),
                    tried.cases() + guards.cases() + 2L * witnesses.size(),
                    searched(),
                    broken,
                    guards.noted(),
                    unreachable);
        }

        private Tried tried() {
            List<Aspect> aspects = space.aspects();
            Stream<Consumer<Cube>> work = aspects.stream().map(first -> cube -> {
                cube.screen(first);
                for (Aspect second : aspects.subList(first.number() + 1, aspects.size())) {
                    cube.screen(first, second);
                }
            });
            if (thorough) {
                Function<Triples.Triple, Aspect[]> three = triple -> new Aspect[] {
                    aspects.get(triple.first()), aspects.get(triple.second()), aspects.get(triple.third())
                };
                Stream<Consumer<Cube>> triples = Triples.of(space).stream()
                        .map(some -> cube -> some.forEach(triple -> cube.screen(three.apply(triple))));
                Stream<Consumer<Cube>> changes =
                        witnesses.stream().map(witness -> cube -> aroundWitness(cube, witness.situation()));
                work = Stream.of(work, triples, changes).flatMap(one -> one);
            }
            return work.toList().parallelStream()
                    .map(part -> {
                        Cube cube = new Cube(passages, new Tried());
                        part.accept(cube);
                        return cube.tried();
                    })
                    .reduce(new Tried(), Tried::and);
        }

        /** Every case that differs in one answer from a case in which a rule fires. */
        private void aroundWitness(Cube cube, @Nullable Situation witness) {
            if (witness == null) {
                return;
            }
            for (Aspect changed : space.aspects()) {
                List<Situation.Said> others = witness.said().stream()
                        .filter(said -> said.aspect() != changed.number())
                        .toList();
                Aspect[] all = Stream.concat(
                                Stream.of(changed),
                                others.stream().map(said -> space.aspects().get(said.aspect())))
                        .toArray(Aspect[]::new);
                int[] values = IntStream.concat(IntStream.of(0), others.stream().mapToInt(Situation.Said::value))
                        .toArray();
                cube.screen(all, values, 1);
            }
        }

        private List<Unreachable> rulesThatNeverFire() {
            List<Unreachable> never = new ArrayList<>();
            for (Witnesses.Witness witness : witnesses) {
                Situation situation = witness.situation();
                if (situation == null) {
                    never.add(new Unreachable(
                            Promise.EVERY_RULE_CAN_FIRE,
                            witness.rule().id() + " " + witness.rule().title(),
                            witness.rule().place().toString(),
                            witness.whyNot()));
                } else if (!screener.pass(situation.assessment(space), List.of())
                        .fired()
                        .contains(witness.rule().id())) {
                    throw new IllegalStateException("the safety search and the screener disagree about whether "
                            + witness.rule().id() + " fires: " + situation.says(space));
                }
            }
            return never;
        }

        private List<String> searched() {
            int factors = (int) space.aspects().stream()
                    .filter(aspect -> aspect.factor() != null)
                    .count();
            int unread = ruleSet.catalogue().factors().size() - factors;
            int values = space.aspects().stream().mapToInt(Aspect::size).sum();
            return List.of(
                    String.format(
                            Locale.ROOT,
                            "Searched: %d factors that rules read (%d are read by none), who made contact and the area,"
                                    + " %d values, %d classes of age; %d rules in %d stages.",
                            factors,
                            unread,
                            values,
                            space.ages().size(),
                            space.rules().size(),
                            Stage.values().length),
                    thorough
                            ? "All pairs, the triples that some rule reads together, and every single change to a case"
                                    + " in which each rule fires; each at every age."
                            : "All pairs, at every age.");
        }
    }
}
