package org.waymark.ruleset.safety;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.InvalidAssessment;
import org.waymark.screening.Pass;
import org.waymark.screening.Screener;
import org.waymark.screening.pathway.Pathway;
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
        private final Shortcut.Shared shared = new Shortcut.Shared(space);
        private final Screener screener = new Screener(ruleSet);
        private final List<Witnesses.Witness> witnesses = IntStream.range(
                        0, space.rules().size())
                .parallel()
                .mapToObj(rule -> new Witnesses(shared).of(rule))
                .toList();

        SafetyReport report() {
            Tried tried = tried();
            GuardsAlone guards = new GuardsAlone(space, screener);
            List<Finding> broken = new ArrayList<>(guards.broken());
            broken.addAll(new Confirming(space, screener).findings(tried));
            broken.addAll(monitoring());
            List<Unreachable> unreachable = new ArrayList<>(rulesThatNeverFire());
            unreachable.addAll(resultsThatNeverComeOut());
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
                        Cube cube = new Cube(shared, new Tried());
                        part.accept(cube);
                        return cube.tried();
                    })
                    .reduce(new Tried(), Tried::and);
        }

        /** Every case that differs in one answer from a case in which a rule fires. */
        private void aroundWitness(Cube cube, @org.jspecify.annotations.Nullable Situation witness) {
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

        private List<Unreachable> resultsThatNeverComeOut() {
            SortedSet<Long> results = shared.results();
            Strength strength = space.strength();
            List<Unreachable> never = new ArrayList<>();
            for (Pathway pathway : Pathway.values()) {
                if (results.stream().noneMatch(result -> strength.has(result, pathway))) {
                    never.add(
                            unreachable("the pathway " + pathway.code(), given(advice -> advice.pathway() == pathway)));
                }
            }
            for (String level : ruleSet.manifest().levels()) {
                boolean comesOut = results.stream()
                        .anyMatch(result -> Stream.of(Pathway.values())
                                .anyMatch(pathway -> level.equals(strength.level(result, pathway))));
                if (!comesOut) {
                    never.add(unreachable("the level " + level, given(advice -> level.equals(advice.level()))));
                }
            }
            return never;
        }

        private List<String> given(
                java.util.function.Predicate<org.waymark.screening.rule.Conclusions.PathwayAdvice> which) {
            return ruleSet.rules().stream()
                    .filter(rule -> rule.conclusions().pathways().stream().anyMatch(which))
                    .map(rule -> rule.id())
                    .toList();
        }

        private Unreachable unreachable(String what, List<String> givenBy) {
            String why = givenBy.isEmpty()
                    ? "no rule gives it"
                    : "it is given by " + String.join(", ", givenBy.subList(0, Math.min(6, givenBy.size())))
                            + " alone, and in every case screened they do not fire, a guard removes it, or another rule"
                            + " gives more";
            return new Unreachable(Promise.EVERY_RESULT_CAN_COME_OUT, what, "", why);
        }

        /**
         * Screens each rule's case as a screener would submit it, with and without all that no rule may read. No
         * condition has a word for any of it; this shows that the way from a document to a decision has none either.
         */
        private List<Finding> monitoring() {
            List<Finding> changed = new ArrayList<>();
            for (Witnesses.Witness witness : witnesses) {
                Situation situation = witness.situation();
                if (situation == null) {
                    continue;
                }
                Assessment assessment = situation.assessment(space);
                String plain = ExampleJson.write(assessment);
                String more = ExampleJson.writeWithMonitoring(assessment);
                Pass without = read(plain);
                Pass with = read(more);
                if (!same(without, with)) {
                    changed.add(new Finding(
                            Promise.MONITORING_CHANGES_NOTHING,
                            "Monitoring, notes or context change what comes out: " + situation.says(space),
                            List.of("without: " + Telling.result(without), "with: " + Telling.result(with)),
                            List.of(witness.rule().id()),
                            more,
                            plain,
                            1));
                }
            }
            return changed;
        }

        private Pass read(String json) {
            try {
                byte[] bytes = json.getBytes(java.nio.charset.StandardCharsets.UTF_8);
                Instant now = ExampleCase.ASSESSED_AT;
                return screener.pass(
                        new AssessmentReader(ruleSet.catalogue())
                                .read(bytes, now)
                                .assessment(),
                        List.of());
            } catch (InvalidAssessment invalid) {
                throw new IllegalStateException("an example cannot be submitted: " + json, invalid);
            }
        }

        private static boolean same(Pass one, Pass other) {
            return one.fired().equals(other.fired())
                    && one.verdict().pathways().equals(other.verdict().pathways())
                    && one.verdict().services().equals(other.verdict().services())
                    && one.verdict().actions().equals(other.verdict().actions())
                    && one.verdict().blocks().equals(other.verdict().blocks())
                    && one.verdict().flags().equals(other.verdict().flags());
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
