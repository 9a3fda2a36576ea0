package org.waymark.screening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.waymark.assessment.Agency;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Basis;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;
import org.waymark.assessment.FactorKind;
import org.waymark.assessment.Observation;
import org.waymark.assessment.OffenceStatus;
import org.waymark.assessment.YoungPerson;

/** Any young person's case: a contact, and up to three contacts before it. */
public record AnyCase(Assessment current, List<Assessment> history) {

    /** On both sides of every window that rules have. */
    private static final Integer[] DAYS_AGO = {0, 1, 2, 3, 4, 7, 8, 27, 28, 29, 30, 31, 89, 90, 91, 364, 365, 366, 1500
    };

    private static final Integer[] FIGURES = {0, 1, 2, 3, 4, 23, 24, 25, 71, 72, 73};

    /** How one observation speaks of time. */
    private record Shape(int kind, List<Integer> daysAgo, int times, int withinDays, int figure) {}

    public static Arbitrary<AnyCase> of(Catalogue catalogue) {
        Arbitrary<Assessment> now = contact(catalogue, Arbitraries.just(0), 9);
        Arbitrary<Assessment> before = contact(catalogue, Arbitraries.of(1, 5, 29, 30, 88, 90, 200, 366, 800), 5);
        return Combinators.combine(now, before.list().ofMaxSize(3)).as(AnyCase::put);
    }

    /** The earlier contacts are about the same young person, each with a number of its own. */
    private static AnyCase put(Assessment current, List<Assessment> earlier) {
        List<Assessment> history = new java.util.ArrayList<>();
        for (Assessment one : earlier) {
            history.add(with(one, "EARLIER-" + history.size(), current.youngPerson(), one.observations()));
        }
        return new AnyCase(current, history);
    }

    private static Arbitrary<Assessment> contact(Catalogue catalogue, Arbitrary<Integer> daysAgo, int observations) {
        return daysAgo.flatMap(ago -> {
            LocalDate day = AContact.TODAY.minusDays(ago);
            return Combinators.combine(
                            person(day),
                            Arbitraries.of(Agency.class).injectNull(0.3),
                            observation(catalogue, day, Arbitraries.of(Answer.class), factor -> true)
                                    .list()
                                    .ofMaxSize(observations))
                    .as((person, referredBy, seen) -> {
                        Assessment plain =
                                AContact.on(day).referredBy(referredBy).assessment();
                        return with(plain, plain.assessmentId(), person, seen);
                    });
        });
    }

    private static Arbitrary<YoungPerson> person(LocalDate day) {
        Arbitrary<Integer> age = Arbitraries.of(0, 9, 10, 12, 13, 14, 15, 16, 17, 18, 19);
        Arbitrary<YoungPerson> byAge = age.map(years -> person(null, years));
        Arbitrary<YoungPerson> byBirth = Combinators.combine(age, Arbitraries.of(0, 1, 182, 183, 364))
                .as((years, days) -> person(day.minusYears(years).minusDays(days), null));
        return Arbitraries.frequencyOf(
                Tuple.of(4, byAge), Tuple.of(2, byBirth), Tuple.of(2, Arbitraries.create(() -> person(null, null))));
    }

    private static YoungPerson person(LocalDate born, Integer years) {
        return new YoungPerson("LCS-55512", born, years, "sefton", null, List.of());
    }

    /** One observation of a factor that the predicate lets through. */
    static Arbitrary<Observation> observation(
            Catalogue catalogue, LocalDate day, Arbitrary<Answer> answers, Predicate<Factor> which) {
        List<Factor> factors = catalogue.factors().stream()
                .filter(which)
                .sorted(Comparator.comparing(Factor::id))
                .toList();
        Arbitrary<Answer> answer = Arbitraries.frequencyOf(Tuple.of(3, answers), Tuple.of(3, answers));
        Arbitrary<Shape> shape = Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(DAYS_AGO).list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(7, 28, 30, 90, 365),
                        Arbitraries.of(FIGURES))
                .as(Shape::new);
        return Combinators.combine(
                        Arbitraries.of(factors),
                        answer,
                        shape,
                        Arbitraries.of(Basis.class),
                        Arbitraries.of(Agency.POLICE, Agency.YOUTH_JUSTICE, Agency.SCHOOL, Agency.ANONYMOUS)
                                .injectNull(0.4),
                        Arbitraries.of(OffenceStatus.class).injectNull(0.4))
                .as((factor, said, when, basis, source, status) ->
                        observation(factor, said, day, when, basis, source, factor.offence() ? status : null));
    }

    private static Observation observation(
            Factor factor,
            Answer answer,
            LocalDate day,
            Shape shape,
            Basis basis,
            Agency source,
            OffenceStatus status) {
        boolean event = answer == Answer.YES && factor.kind() == FactorKind.EVENT;
        boolean measure = answer == Answer.YES && factor.kind() == FactorKind.MEASURE;
        boolean counted = event && shape.kind == 3;
        List<LocalDate> dates = event && shape.kind < 3
                ? shape.daysAgo.stream()
                        .distinct()
                        .map(day::minusDays)
                        .map(LocalDate.class::cast)
                        .sorted()
                        .toList()
                : List.of();
        return new Observation(
                factor.id(),
                answer,
                dates,
                counted ? shape.times : null,
                counted && shape.figure % 2 == 0 ? shape.withinDays : null,
                measure && shape.kind > 1 ? day.minusDays(shape.daysAgo.get(0)) : null,
                null,
                measure ? BigDecimal.valueOf(shape.figure) : null,
                status,
                basis,
                source,
                null);
    }

    /** The same case with other observations at this contact. */
    AnyCase observing(List<Observation> observations) {
        return new AnyCase(with(current, current.assessmentId(), current.youngPerson(), observations), history);
    }

    AnyCase and(Observation more) {
        return observing(
                Stream.concat(current.observations().stream(), Stream.of(more)).toList());
    }

    AnyCase of(YoungPerson person) {
        return new AnyCase(with(current, current.assessmentId(), person, current.observations()), history);
    }

    AnyCase before(List<Assessment> earlier) {
        return new AnyCase(current, earlier);
    }

    /** Whether this or an earlier contact says anything of the factor. */
    boolean speaksOf(String factor) {
        return Stream.concat(Stream.of(current), history.stream())
                .flatMap(one -> one.observations().stream())
                .anyMatch(one -> one.factor().equals(factor));
    }

    /** Domains in which a yes may lower a result: fixed here as they are in the design, never by a rule set. */
    static boolean mayLower(Factor factor) {
        return Set.of("protective", "status", "proposal").contains(factor.domain());
    }

    static Assessment with(Assessment one, String assessmentId, YoungPerson person, List<Observation> observations) {
        return new Assessment(
                assessmentId,
                one.sourceSystem(),
                one.receivedAt(),
                one.assessedAt(),
                one.referredBy(),
                person,
                observations,
                one.amends());
    }

    @Override
    public String toString() {
        return told(current)
                + (history.isEmpty()
                        ? ""
                        : " after " + history.stream().map(AnyCase::told).toList());
    }

    private static String told(Assessment one) {
        YoungPerson person = one.youngPerson();
        return one.assessedAt() + " aged " + person.ageYears() + " born " + person.dateOfBirth() + " by "
                + one.referredBy() + " " + one.observations();
    }
}
