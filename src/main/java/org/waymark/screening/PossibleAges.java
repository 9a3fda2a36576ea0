package org.waymark.screening;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.fact.YoungPerson;

/**
 * The ages that a young person may have at a contact. One where the date of birth is known; every month of the year
 * where only the age is; every month from birth to 18 where nothing is, so that a screening gives the union of what
 * those ages would give.
 */
record PossibleAges(List<YoungPerson> ages, Kind kind) {

    private static final String AGE_DISPUTED = "age-disputed";
    /** From how many years on somebody is no child. */
    static final int ADULT = 18;

    private static final int MONTHS_TO_18 = ADULT * 12;
    private static final double DAYS_A_MONTH = 365.25 / 12;

    /** What is known of the age. */
    enum Kind {
        UNKNOWN,
        CHILD,
        ADULT,
        /** Said to be 18 or over, and in doubt: a child until that is decided. */
        DISPUTED_ADULT
    }

    static PossibleAges of(CaseFile file) {
        PossibleAges stated = stated(file);
        if (stated.kind == Kind.ADULT && file.isYes(AGE_DISPUTED)) {
            return new PossibleAges(withinYear(ADULT - 1), Kind.DISPUTED_ADULT);
        }
        return stated;
    }

    private static PossibleAges stated(CaseFile file) {
        org.waymark.assessment.YoungPerson person = file.current().youngPerson();
        LocalDate born = person.dateOfBirth();
        Integer years = person.ageYears();
        if (born != null) {
            YoungPerson exact = exact(born, file.today());
            return new PossibleAges(List.of(exact), kindOf(exact.age()));
        }
        if (years != null) {
            return new PossibleAges(withinYear(years), kindOf(years));
        }
        return new PossibleAges(
                IntStream.range(0, ADULT)
                        .boxed()
                        .flatMap(age -> withinYear(age).stream())
                        .toList(),
                Kind.UNKNOWN);
    }

    private static Kind kindOf(int age) {
        return age >= ADULT ? Kind.ADULT : Kind.CHILD;
    }

    private static YoungPerson exact(LocalDate born, LocalDate today) {
        Period age = Period.between(born, today);
        long daysTo18 = ChronoUnit.DAYS.between(today, born.plusYears(ADULT));
        return new YoungPerson(age.getYears(), (int) age.toTotalMonths(), (int) daysTo18);
    }

    /** Every month of one year of life, and the day before the next birthday. */
    private static List<YoungPerson> withinYear(int age) {
        Stream<YoungPerson> months = IntStream.range(age * 12, age * 12 + 12)
                .mapToObj(
                        month -> new YoungPerson(age, month, (int) Math.round((MONTHS_TO_18 - month) * DAYS_A_MONTH)));
        int lastDay = (int) Math.round((MONTHS_TO_18 - (age + 1) * 12) * DAYS_A_MONTH) + 1;
        return Stream.concat(months, Stream.of(new YoungPerson(age, age * 12 + 11, lastDay)))
                .toList();
    }

    boolean known() {
        return kind == Kind.CHILD || kind == Kind.ADULT;
    }

    boolean isUnder(int years) {
        return ages.stream().allMatch(age -> age.age() < years);
    }
}
