package org.waymark.ruleset.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Agency;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.LondonDays;
import org.waymark.assessment.Observation;
import org.waymark.assessment.YoungPerson;

/** Puts values together to an assessment that can be screened. All are of one made-up contact on one day. */
final class ExampleCase {

    /** An ordinary working day, in no leap year. Rules count days back from it; nothing else depends on it. */
    static final Instant ASSESSED_AT = Instant.parse("2026-03-11T10:30:00Z");

    static final LocalDate TODAY = LondonDays.of(ASSESSED_AT);

    /** An area of which nothing is said in {@code areas.csv}. */
    static final String NO_AREA = "example-area";

    private ExampleCase() {}

    /** Whom it is about, where only the age matters. */
    static YoungPerson person(@Nullable LocalDate born, @Nullable Integer years) {
        return new YoungPerson("EXAMPLE-1", born, years, NO_AREA, null, List.of());
    }

    static Assessment of(YoungPerson person, List<Value> values) {
        List<Observation> observations = new ArrayList<>();
        Agency referredBy = null;
        String area = person.area();
        for (Value value : values) {
            observations.addAll(value.observations());
            referredBy = value.referredBy() == null ? referredBy : value.referredBy();
            area = value.area() == null ? area : value.area();
        }
        YoungPerson placed =
                new YoungPerson(person.reference(), person.dateOfBirth(), person.ageYears(), area, null, List.of());
        return new Assessment(
                "EXAMPLE-1", "safety-search", ASSESSED_AT, ASSESSED_AT, referredBy, placed, observations, null);
    }
}
