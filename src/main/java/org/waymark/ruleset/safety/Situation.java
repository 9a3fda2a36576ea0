package org.waymark.ruleset.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.waymark.assessment.Assessment;

/**
 * One case of the value space: an age, and what is said. Aspects of which nothing is said are left out.
 *
 * @param age number of the class of young people
 * @param said what is said, in the order of the aspects
 */
record Situation(int age, List<Said> said) implements Comparable<Situation> {

    /** One aspect and its value, by their numbers. */
    record Said(int aspect, int value) implements Comparable<Said> {
        @Override
        public int compareTo(Said other) {
            int byAspect = Integer.compare(aspect, other.aspect);
            return byAspect != 0 ? byAspect : Integer.compare(value, other.value);
        }
    }

    /** The smallest first: least said, then the most typical age. */
    private static final Comparator<Situation> SMALLEST = Comparator.<Situation>comparingInt(one -> one.said.size())
            .thenComparingInt(Situation::age)
            .thenComparing(Situation::said, Situation::byWhatIsSaid);

    Situation {
        said = List.copyOf(said);
    }

    static Situation of(int age, Aspect[] aspects, int[] values) {
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < aspects.length; i++) {
            if (values[i] != 0) {
                said.add(new Said(aspects[i].number(), values[i]));
            }
        }
        return new Situation(age, said.stream().sorted().toList());
    }

    private static int byWhatIsSaid(List<Said> one, List<Said> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    @Override
    public int compareTo(Situation other) {
        return SMALLEST.compare(this, other);
    }

    Assessment assessment(ValueSpace space) {
        return as(space, Map.of()).assessment();
    }

    /** In words: {@code aged 14, `going-missing` yes on 2026-03-11}. */
    String says(ValueSpace space) {
        return as(space, Map.of()).says();
    }

    /**
     * The case as a report shows it.
     *
     * @param meant by the number of its aspect, a value to show instead of another that leads to the same facts
     */
    Shown as(ValueSpace space, Map<Integer, Value> meant) {
        SortedMap<Integer, Value> values = new TreeMap<>();
        said.forEach(one -> values.put(
                one.aspect(), space.aspects().get(one.aspect()).values().get(one.value())));
        meant.forEach((aspect, value) -> {
            if (value.kind() != Value.Kind.NOT_ASKED) {
                values.put(aspect, value);
            }
        });
        AgeClass person = space.ages().get(age);
        StringBuilder says = new StringBuilder(person.says());
        values.forEach((aspect, value) ->
                says.append(", ").append(space.aspects().get(aspect).says(value)));
        return new Shown(ExampleCase.of(person.person(), List.copyOf(values.values())), says.toString());
    }

    /** A case as it can be submitted, and in words. */
    record Shown(Assessment assessment, String says) {}
}
