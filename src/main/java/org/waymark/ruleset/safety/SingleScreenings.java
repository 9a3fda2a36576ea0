package org.waymark.ruleset.safety;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.waymark.assessment.YoungPerson;
import org.waymark.screening.Pass;
import org.waymark.screening.Screener;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.fact.NotYes;
import org.waymark.screening.fact.Recommended;
import org.waymark.screening.rule.RuleSet;

/** Screens cases in which one thing is said, to see what facts it leads to and what the guards see of it. */
final class SingleScreenings {

    private static final YoungPerson CHILD = ExampleCase.person(null, 14);

    /** Somebody of 18 or over may be treated as a child after all: the one thing said that changes an age. */
    private static final YoungPerson ADULT = ExampleCase.person(null, 18);

    private final Screener screener;
    private final Conditions conditions;
    private final List<Tally> tallies;
    private final Pass adult;
    private final long[] whereNothingIsSaid;

    SingleScreenings(RuleSet ruleSet, Conditions conditions, List<Tally> tallies) {
        // The tree is asked, not a compiled engine: facts are the same for both, and every counterexample is shown to
        // the rule set's own engine before it is told.
        this.screener = new Screener(ruleSet.with(ruleSet.rules()));
        this.conditions = conditions;
        this.tallies = tallies;
        this.adult = pass(ADULT, Value.notAsked());
        Pass child = pass(CHILD, Value.notAsked());
        this.whereNothingIsSaid = conditions.met(of(NotYes.class, child.facts()), false);
    }

    private Pass pass(YoungPerson person, Value value) {
        return screener.pass(ExampleCase.of(person, List.of(value)), List.of());
    }

    private static List<Fact> of(Class<? extends Fact> type, Collection<Fact> facts) {
        return facts.stream().filter(type::isInstance).toList();
    }

    /** What a value brings to a case. */
    Contribution contribution(Value value) {
        Pass pass = pass(CHILD, value);
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
                altersAge(pass(ADULT, value)));
    }

    private boolean altersAge(Pass asAdult) {
        return !ageFacts(asAdult).equals(ageFacts(adult))
                || Circumstance.ofAge(asAdult.circumstances()) != Circumstance.ofAge(adult.circumstances());
    }

    private static List<Fact> ageFacts(Pass pass) {
        return of(org.waymark.screening.fact.YoungPerson.class, pass.facts());
    }

    private int[] counted(List<Fact> facts, boolean byGuess) {
        return IntStream.range(0, tallies.size())
                .filter(tally -> tallies.get(tally).counts(facts, byGuess))
                .toArray();
    }

    /** The class that a young person is of where this is said. */
    AgeClass ageClass(YoungPerson person, Value value, Map<AgeClass.ValueOf, AgeClass> altered) {
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
}
