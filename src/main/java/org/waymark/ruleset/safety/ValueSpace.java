package org.waymark.ruleset.safety;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Factor;
import org.waymark.assessment.YoungPerson;
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
    private final Conditions conditions;
    private final Strength strength;
    private final List<Tally> tallies;
    private final List<RuleBits> rules;
    private final List<RecommendedCondition> recommendable;
    private final SingleScreenings single;
    private final List<Aspect> aspects = new ArrayList<>();
    private final AgeClasses ages;

    ValueSpace(RuleSet ruleSet) {
        this.ruleSet = ruleSet;
        this.conditions = new Conditions(ruleSet.rules());
        this.strength = new Strength(ruleSet.manifest());
        this.tallies = Tally.of(conditions);
        this.rules = ruleSet.rules().stream()
                .map(rule -> RuleBits.of(rule, conditions, strength))
                .toList();
        this.recommendable = conditions.all().stream()
                .filter(RecommendedCondition.class::isInstance)
                .map(RecommendedCondition.class::cast)
                .toList();
        this.single = new SingleScreenings(ruleSet, conditions, tallies);
        addAspects();
        this.ages = new AgeClasses(conditions.all(), this::ageClass);
    }

    private void addAspects() {
        AllValues values = new AllValues(ruleSet.catalogue(), conditions.all());
        Map<String, Integer> domains = new LinkedHashMap<>();
        for (Factor factor : ruleSet.catalogue().factors()) {
            int domain = domains.computeIfAbsent(factor.domain(), none -> domains.size());
            add(factor.id(), factor, domain, values.of(factor));
        }
        add(REFERRED_BY, null, 0, values.contacts());
        add(AREA, null, 0, values.areas());
        if (domains.size() > Long.SIZE) {
            throw new IllegalArgumentException(
                    "the catalogue has " + domains.size() + " domains; the safety search can tell 64 apart");
        }
    }

    /** Adds an aspect, unless whatever is said there leads to the same facts: then nothing can read it. */
    private void add(String name, @Nullable Factor factor, int domain, List<Value> values) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        List<Value> apart = new ArrayList<>();
        List<Contribution> contributions = new ArrayList<>();
        int[] classOf = new int[values.size()];
        for (int i = 0; i < values.size(); i++) {
            Contribution contribution = single.contribution(values.get(i));
            // What changes an age does so in a way of its own.
            String told = contribution + (contribution.altersAge() ? " " + i : "");
            Integer known = seen.putIfAbsent(told, apart.size());
            if (known == null) {
                apart.add(values.get(i));
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

    private int[][] byStage(Predicate<Rule> which) {
        int[][] found = new int[Stage.values().length][];
        for (Stage stage : Stage.values()) {
            found[stage.ordinal()] = IntStream.range(0, rules.size())
                    .filter(i -> rules.get(i).rule().stage() == stage)
                    .filter(i -> which.test(rules.get(i).rule()))
                    .toArray();
        }
        return found;
    }

    private AgeClass ageClass(YoungPerson person) {
        Map<AgeClass.ValueOf, AgeClass> altered = new LinkedHashMap<>();
        for (Aspect aspect : aspects) {
            for (int value = 0; value < aspect.size(); value++) {
                if (aspect.contributions()[value].altersAge()) {
                    altered.put(
                            new AgeClass.ValueOf(aspect.number(), value),
                            single.ageClass(person, aspect.values().get(value), Map.of()));
                }
            }
        }
        return single.ageClass(person, Value.notAsked(), altered);
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
