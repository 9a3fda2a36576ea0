package org.waymark.ruleset.safety;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Basis;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;
import org.waymark.assessment.FactorKind;
import org.waymark.assessment.Observation;
import org.waymark.assessment.YoungPerson;
import org.waymark.screening.Pass;
import org.waymark.screening.Screener;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.fact.NotYes;
import org.waymark.screening.fact.Recommended;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.AreaCondition;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.ContactCondition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.RuleSet;
import org.waymark.screening.rule.Stage;
import org.waymark.screening.rule.UnsettledCondition;

/**
 * All that can be said of a case and that some rule or guard of one rule set can tell apart, each value screened once
 * by the screener itself to see what facts it leads to. Values that lead to the same facts are one value.
 */
final class ValueSpace {

    static final String REFERRED_BY = "referredBy";
    static final String AREA = "area";

    /** Domains in which a yes may lower a result. Fixed here as they are in the design, never by a rule set. */
    static final Set<String> MAY_LOWER = Set.of("protective", "status", "proposal");

    private final RuleSet ruleSet;
    private final Screener screener;
    private final Conditions conditions;
    private final Strength strength;
    private final List<Tally> tallies;
    private final List<RuleBits> rules;
    private final AgeClasses ages;
    private final List<Aspect> aspects = new ArrayList<>();
    private final List<RecommendedCondition> recommendable;
    private final long[] whereNothingIsSaid;

    /** A child and an adult of whom nothing is said: who is 18 or over may be treated as a child after all. */
    private final Pass child;

    private final Pass adult;

    ValueSpace(RuleSet ruleSet) {
        this.ruleSet = ruleSet;
        // The tree is asked, not a compiled engine: facts are the same for both, and every counterexample is shown to
        // the rule set's own engine before it is told.
        this.screener = new Screener(ruleSet.with(ruleSet.rules()));
        this.conditions = new Conditions(ruleSet.rules());
        this.strength = new Strength(ruleSet.manifest());
        this.recommendable = conditions.all().stream()
                .filter(RecommendedCondition.class::isInstance)
                .map(RecommendedCondition.class::cast)
                .toList();
        this.tallies = Tally.of(conditions);
        this.rules = ruleSet.rules().stream()
                .map(rule -> RuleBits.of(rule, conditions, strength))
                .toList();
        this.child = pass(ExampleCase.person(null, 14), Value.notAsked());
        this.adult = pass(ExampleCase.person(null, 18), Value.notAsked());
        this.whereNothingIsSaid = conditions.met(of(NotYes.class, child.facts()), false);
        addAspects();
        this.ages = new AgeClasses(conditions.all(), this::ageClass);
    }

    private Pass pass(YoungPerson person, Value value) {
        return screener.pass(ExampleCase.of(person, List.of(value)), List.of());
    }

    private static List<Fact> of(Class<? extends Fact> type, Collection<Fact> facts) {
        return facts.stream().filter(type::isInstance).toList();
    }

    private void addAspects() {
        Map<String, Integer> domains = new LinkedHashMap<>();
        for (Factor factor : ruleSet.catalogue().factors()) {
            int domain = domains.computeIfAbsent(factor.domain(), none -> domains.size());
            add(factor.id(), factor, domain, values(factor));
        }
        add(REFERRED_BY, null, 0, contacts());
        add(AREA, null, 0, areas());
        if (domains.size() > Long.SIZE) {
            throw new IllegalArgumentException(
                    "the catalogue has " + domains.size() + " domains; the safety search can tell 64 apart");
        }
    }

    private List<Value> values(Factor factor) {
        List<Value> values = new ArrayList<>();
        values.add(Value.notAsked());
        values.add(answer(factor, Value.Kind.NO, Answer.NO));
        values.add(answer(factor, Value.Kind.UNKNOWN, Answer.UNKNOWN));
        values.add(answer(factor, Value.Kind.YET_TO_CLARIFY, Answer.YET_TO_CLARIFY));
        Limits limits = Limits.of(factor.id(), conditions.all(), ruleSet.catalogue());
        if (factor.kind() == FactorKind.EVENT) {
            values.addAll(EventValues.of(factor, limits));
        } else if (factor.kind() == FactorKind.MEASURE) {
            values.addAll(FigureValues.of(factor, limits));
        } else {
            values.add(answer(factor, Value.Kind.YES, Answer.YES));
        }
        return values;
    }

    private static Value answer(Factor factor, Value.Kind kind, Answer answer) {
        Observation observation = new Observation(
                factor.id(), answer, List.of(), null, null, null, null, null, null, Basis.REPORTED, null, null);
        return Value.answer(kind, answer.code(), List.of(observation));
    }

    private List<Value> contacts() {
        List<Value> values = new ArrayList<>(List.of(Value.notAsked()));
        conditions.all().stream()
                .filter(ContactCondition.class::isInstance)
                .map(one -> ((ContactCondition) one).referredBy())
                .sorted()
                .forEach(agency -> values.add(Value.of(agency)));
        return values;
    }

    /** One area for each set of attributes that rules read and some area has. */
    private List<Value> areas() {
        Set<String> read = new TreeSet<>();
        conditions.all().stream()
                .filter(AreaCondition.class::isInstance)
                .forEach(one -> read.add(((AreaCondition) one).attribute()));
        List<Value> values = new ArrayList<>(List.of(Value.notAsked()));
        Set<Set<String>> seen = new HashSet<>(List.of(Set.of()));
        Catalogue catalogue = ruleSet.catalogue();
        for (String area : catalogue.areas()) {
            Set<String> has = new TreeSet<>(catalogue.attributesOf(area));
            has.retainAll(read);
            if (seen.add(has)) {
                values.add(Value.of(area));
            }
        }
        return values;
    }

    /** Adds an aspect, unless whatever is said there leads to the same facts: then nothing can read it. */
    private void add(String name, @Nullable Factor factor, int domain, List<Value> values) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        List<Value> apart = new ArrayList<>();
        List<Contribution> contributions = new ArrayList<>();
        int[] classOf = new int[values.size()];
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            Pass asAdult = pass(ExampleCase.person(null, 18), value);
            Contribution contribution = contribution(pass(ExampleCase.person(null, 14), value), altersAge(asAdult));
            String told =
                    contribution + (contribution.altersAge() ? ageFacts(asAdult).toString() : "");
            Integer known = seen.putIfAbsent(told, apart.size());
            if (known == null) {
                apart.add(value);
                contributions.add(contribution);
            }
            classOf[i] = known == null ? apart.size() - 1 : known;
        }
        if (apart.size() > 1) {
            Contribution[] all = contributions.toArray(Contribution[]::new);
            aspects.add(new Aspect(
                    aspects.size(),
                    name,
                    factor,
                    domain,
                    List.copyOf(apart),
                    all,
                    Steps.between(factor, values, classOf),
                    rulesReading(all)));
        }
    }

    private boolean altersAge(Pass asAdult) {
        return !ageFacts(asAdult).equals(ageFacts(adult))
                || Circumstance.ofAge(asAdult.circumstances()) != Circumstance.ofAge(adult.circumstances());
    }

    private static List<Fact> ageFacts(Pass pass) {
        return of(org.waymark.screening.fact.YoungPerson.class, pass.facts());
    }

    private Contribution contribution(Pass pass, boolean altersAge) {
        List<Fact> facts = pass.facts().stream()
                .filter(fact -> !(fact instanceof org.waymark.screening.fact.YoungPerson
                        || fact instanceof Recommended
                        || fact instanceof NotYes))
                .toList();
        long[] still = conditions.met(of(NotYes.class, pass.facts()), false);
        return new Contribution(
                conditions.met(facts, false),
                conditions.met(facts, true),
                Bits.without(whereNothingIsSaid, still),
                counted(facts, false),
                counted(facts, true),
                Circumstance.apartFromAge(pass.circumstances()),
                altersAge);
    }

    private int[] counted(List<Fact> facts, boolean byGuess) {
        return java.util.stream.IntStream.range(0, tallies.size())
                .filter(tally -> tallies.get(tally).counts(facts, byGuess))
                .toArray();
    }

    /** By stage, the rules with a condition that some value here meets or takes away, or counts towards. */
    private int[][] rulesReading(Contribution[] contributions) {
        Set<Integer> touched = new HashSet<>();
        for (Contribution contribution : contributions) {
            for (int number = 0; number < conditions.all().size(); number++) {
                if (Bits.has(contribution.all(), number) || Bits.has(contribution.blocked(), number)) {
                    touched.add(number);
                }
            }
            for (int[] counted : List.of(contribution.tallied(), contribution.talliedByGuess())) {
                for (int tally : counted) {
                    tallies.get(tally).lines().forEach(line -> touched.add(line.condition()));
                }
            }
        }
        return byStage(rule -> rule.conditions().stream().anyMatch(one -> touched.contains(conditions.number(one))));
    }

    private int[][] byStage(java.util.function.Predicate<Rule> which) {
        int[][] found = new int[Stage.values().length][];
        for (Stage stage : Stage.values()) {
            found[stage.ordinal()] = java.util.stream.IntStream.range(0, rules.size())
                    .filter(i -> rules.get(i).rule().stage() == stage)
                    .filter(i -> which.test(rules.get(i).rule()))
                    .toArray();
        }
        return found;
    }

    private AgeClass ageClass(YoungPerson person) {
        AgeClass plain = ageClass(person, Value.notAsked(), Map.of());
        Map<AgeClass.ValueOf, AgeClass> altered = new LinkedHashMap<>();
        for (Aspect aspect : aspects) {
            for (int value = 0; value < aspect.size(); value++) {
                if (aspect.contributions()[value].altersAge()) {
                    altered.put(
                            new AgeClass.ValueOf(aspect.number(), value),
                            ageClass(person, aspect.values().get(value), Map.of()));
                }
            }
        }
        return new AgeClass(plain.says(), person, plain.facts(), plain.met(), plain.guarded(), altered);
    }

    private AgeClass ageClass(YoungPerson person, Value value, Map<AgeClass.ValueOf, AgeClass> altered) {
        Pass pass = pass(person, value);
        List<Fact> facts = ageFacts(pass);
        long[] met = conditions.met(facts, false);
        Bits.add(met, whereNothingIsSaid);
        return new AgeClass(says(person), person, facts, met, Circumstance.ofAge(pass.circumstances()), altered);
    }

    private static String says(YoungPerson person) {
        return person.dateOfBirth() != null
                ? "born on " + person.dateOfBirth()
                : person.ageYears() != null ? "aged " + person.ageYears() : "of unknown age";
    }

    /**
     * The rules that may fire where nothing at all is said: they read ages, earlier results, and that something is not
     * yes. Every other rule needs something that some aspect says, and is found through it.
     */
    int[][] rulesOfTheirOwn() {
        return byStage(rule -> rule.conditions().stream().allMatch(ValueSpace::needsNothingSaid));
    }

    static boolean needsNothingSaid(Condition condition) {
        return condition instanceof AgedCondition
                || condition instanceof RecommendedCondition
                || (condition instanceof AnsweredCondition answered
                        && answered.kind() == AnsweredCondition.Kind.NOT_YES);
    }

    /** The aspects of which something must be said for the condition to be met, or which count towards it. */
    List<Aspect> reading(Condition condition) {
        return aspects.stream().filter(aspect -> speaksOf(condition, aspect)).toList();
    }

    private boolean speaksOf(Condition condition, Aspect aspect) {
        if (condition instanceof AnsweredCondition answered) {
            return answered.factor().equals(aspect.name());
        } else if (condition instanceof EventCondition event) {
            return event.factor().equals(aspect.name());
        } else if (condition instanceof FigureCondition figure) {
            return figure.factor().equals(aspect.name());
        } else if (condition instanceof CountCondition count) {
            return ruleSet.catalogue().group(count.group()).contains(aspect.name());
        } else if (condition instanceof UnsettledCondition unsettled) {
            return ruleSet.catalogue().group(unsettled.group()).contains(aspect.name());
        }
        return condition instanceof ContactCondition
                ? aspect.name().equals(REFERRED_BY)
                : condition instanceof AreaCondition && aspect.name().equals(AREA);
    }

    RuleSet ruleSet() {
        return ruleSet;
    }

    Conditions conditions() {
        return conditions;
    }

    Strength strength() {
        return strength;
    }

    /** The results of earlier stages that some rule asks about. */
    List<RecommendedCondition> recommendable() {
        return recommendable;
    }

    List<Tally> tallies() {
        return tallies;
    }

    List<RuleBits> rules() {
        return rules;
    }

    List<AgeClass> ages() {
        return ages.all();
    }

    List<AgeClass.Step> ageSteps() {
        return ages.steps();
    }

    /** What may be said, apart from the age. A factor that nothing reads is not among them. */
    List<Aspect> aspects() {
        return aspects;
    }
}
