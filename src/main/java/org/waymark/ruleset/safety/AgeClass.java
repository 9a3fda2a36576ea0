package org.waymark.ruleset.safety;

import java.util.List;
import java.util.Map;
import org.waymark.assessment.YoungPerson;
import org.waymark.screening.fact.Fact;

/**
 * One young person for each class of them that the rules and the guards can tell apart by age.
 *
 * @param says how a report says it: {@code aged 14}
 * @param facts the ages that the young person may have
 * @param met the conditions met where nothing is said
 * @param guarded what the guards look at, as bits of {@link Circumstance}
 * @param altered the class that the young person is of where something is said that changes which ages are possible
 */
record AgeClass(
        String says, YoungPerson person, List<Fact> facts, long[] met, int guarded, Map<ValueOf, AgeClass> altered) {

    /** One value of one aspect. */
    record ValueOf(int aspect, int value) {}

    AgeClass {
        altered = Map.copyOf(altered);
    }

    /** The class of the young person where this is said. */
    AgeClass where(int aspect, int value) {
        return altered.getOrDefault(new ValueOf(aspect, value), this);
    }

    boolean isChild() {
        return !Circumstance.ADULT.in(guarded);
    }

    boolean isKnown() {
        return Circumstance.AGE_KNOWN.in(guarded);
    }

    boolean isUnder10() {
        return Circumstance.UNDER_10.in(guarded);
    }

    /**
     * Two classes of which the second must give at least what the first does, because it leaves the first's age open.
     *
     * @param enforcementApart whether enforcement is left out, because it needs a known age
     */
    record Step(int from, int to, boolean enforcementApart) {}
}
