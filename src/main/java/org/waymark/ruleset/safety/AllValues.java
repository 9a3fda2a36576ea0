package org.waymark.ruleset.safety;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Basis;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;
import org.waymark.assessment.FactorKind;
import org.waymark.assessment.Observation;
import org.waymark.screening.rule.AreaCondition;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.ContactCondition;

/** All that may be said at each place where some condition changes, before it is known which of it leads to the same. */
final class AllValues {

    private final Catalogue catalogue;
    private final Collection<Condition> conditions;

    AllValues(Catalogue catalogue, Collection<Condition> conditions) {
        this.catalogue = catalogue;
        this.conditions = conditions;
    }

    /** What may be said of a factor, nothing first. */
    List<Value> of(Factor factor) {
        List<Value> values = new ArrayList<>();
        values.add(Value.notAsked());
        values.add(answer(factor, Value.Kind.NO, Answer.NO));
        values.add(answer(factor, Value.Kind.UNKNOWN, Answer.UNKNOWN));
        values.add(answer(factor, Value.Kind.YET_TO_CLARIFY, Answer.YET_TO_CLARIFY));
        Limits limits = Limits.of(factor.id(), conditions, catalogue);
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

    /** Who may have made contact, nobody known first. */
    List<Value> contacts() {
        List<Value> values = new ArrayList<>(List.of(Value.notAsked()));
        conditions.stream()
                .filter(ContactCondition.class::isInstance)
                .map(one -> ((ContactCondition) one).referredBy())
                .sorted()
                .forEach(agency -> values.add(Value.of(agency)));
        return values;
    }

    /** One area for each set of attributes that rules read and some area has. */
    List<Value> areas() {
        Set<String> read = new TreeSet<>();
        conditions.stream()
                .filter(AreaCondition.class::isInstance)
                .forEach(one -> read.add(((AreaCondition) one).attribute()));
        List<Value> values = new ArrayList<>(List.of(Value.notAsked()));
        Set<Set<String>> seen = new HashSet<>(List.of(Set.of()));
        for (String area : catalogue.areas()) {
            Set<String> has = new TreeSet<>(catalogue.attributesOf(area));
            has.retainAll(read);
            if (seen.add(has)) {
                values.add(Value.of(area));
            }
        }
        return values;
    }
}
