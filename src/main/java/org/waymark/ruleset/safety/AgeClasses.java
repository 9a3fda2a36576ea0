package org.waymark.ruleset.safety;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.YoungPerson;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.AgedCondition.Bound;
import org.waymark.screening.rule.Condition;

/**
 * Finds the classes of young people that a rule set can tell apart by age: every age in years alone, each day on which
 * some limit of a rule or of a guard is passed, and an age that nobody knows.
 */
final class AgeClasses {

    /** The plainest first: a counterexample is shown of the first class in which it stands. */
    private static final int MOST_TYPICAL = 14;

    private static final int ADULT = 18;
    private static final int CRIMINAL_RESPONSIBILITY = 10;
    private static final int OLDEST = 120;

    private final List<AgeClass> all = new ArrayList<>();
    private final Map<YoungPerson, Integer> classOf = new LinkedHashMap<>();

    /**
     * Finds them.
     *
     * @param screened what is known of a young person of whom nothing is said but the age
     */
    AgeClasses(Collection<Condition> conditions, Function<YoungPerson, AgeClass> screened) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        people(conditions).forEach(person -> {
            AgeClass found = screened.apply(person);
            String told = Arrays.toString(found.met()) + found.guarded();
            Integer known = seen.putIfAbsent(told, all.size());
            if (known == null) {
                all.add(found);
            }
            classOf.put(person, known == null ? all.size() - 1 : known);
        });
    }

    List<AgeClass> all() {
        return all;
    }

    private static Stream<YoungPerson> people(Collection<Condition> conditions) {
        List<Bound> bounds = conditions.stream()
                .filter(AgedCondition.class::isInstance)
                .flatMap(condition -> ((AgedCondition) condition).bounds().stream())
                .toList();
        int oldest = bounds.stream()
                .filter(bound -> bound.field() == AgedCondition.Field.AGE)
                .mapToInt(bound -> Math.min(OLDEST, bound.limit() + 1))
                .reduce(ADULT + 1, Math::max);
        Stream<Integer> years = Stream.concat(
                IntStream.range(MOST_TYPICAL, ADULT).boxed(),
                Stream.concat(
                        IntStream.iterate(MOST_TYPICAL - 1, age -> age >= 0, age -> age - 1)
                                .boxed(),
                        IntStream.rangeClosed(ADULT, oldest).boxed()));
        Set<LocalDate> days = new LinkedHashSet<>();
        bounds.forEach(bound -> days.addAll(around(passed(bound))));
        days.addAll(around(ExampleCase.TODAY.minusYears(CRIMINAL_RESPONSIBILITY)));
        days.addAll(around(ExampleCase.TODAY.minusYears(ADULT)));
        Stream<YoungPerson> born = days.stream()
                .filter(day -> !day.isAfter(ExampleCase.TODAY) && ageOf(day) <= OLDEST)
                .map(day -> ExampleCase.person(day, null));
        return Stream.of(
                        years.map(age -> ExampleCase.person(null, age)),
                        born,
                        Stream.of(ExampleCase.person(null, null)))
                .flatMap(people -> people);
    }

    /** The birthday of somebody who stands just at the limit. */
    private static LocalDate passed(Bound bound) {
        return switch (bound.field()) {
            case AGE -> ExampleCase.TODAY.minusYears(bound.limit());
            case MONTHS -> ExampleCase.TODAY.minusMonths(bound.limit());
            case DAYS_TO_18 -> ExampleCase.TODAY.plusDays(bound.limit()).minusYears(ADULT);
        };
    }

    /** A limit may hold from it, up to it, or only at it; and of an age, for the whole year after it. */
    private static List<LocalDate> around(LocalDate day) {
        return List.of(
                day,
                day.plusDays(1),
                day.minusDays(1),
                day.minusYears(1),
                day.minusYears(1).minusDays(1));
    }

    private static int ageOf(LocalDate born) {
        return Period.between(born, ExampleCase.TODAY).getYears();
    }

    /** Which class must give at least what another does: an unknown age as any child's, and a year as any day of it. */
    List<AgeClass.Step> steps() {
        Set<AgeClass.Step> steps = new LinkedHashSet<>();
        classOf.forEach((person, from) -> {
            Integer years = years(person);
            if (years != null && years < ADULT) {
                add(steps, from, ExampleCase.person(null, null), true);
            }
            if (years != null && person.ageYears() == null) {
                add(steps, from, ExampleCase.person(null, years), false);
            }
        });
        return List.copyOf(steps);
    }

    private void add(Set<AgeClass.Step> steps, int from, YoungPerson lessKnown, boolean enforcementApart) {
        Integer to = classOf.get(lessKnown);
        if (to != null && to != from) {
            steps.add(new AgeClass.Step(from, to, enforcementApart));
        }
    }

    private static @Nullable Integer years(YoungPerson person) {
        LocalDate born = person.dateOfBirth();
        return born == null ? person.ageYears() : Integer.valueOf(ageOf(born));
    }
}
