package org.waymark.screening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.waymark.assessment.Agency;
import org.waymark.assessment.Amends;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.PersonKey;
import org.waymark.assessment.YoungPerson;

/** A contact about one young person, as a test tells it. Each call gives a new contact. */
public record AContact(Assessment assessment) {

    /** The day on which most cases of these tests are assessed. */
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 11);

    private static final YoungPerson NOBODY_KNOWS_THE_AGE =
            new YoungPerson("LCS-55512", null, null, "sefton", null, List.of());

    /** A contact of a young person of 14, at half past ten on that day. */
    public static AContact on(LocalDate day) {
        return at(day + "T10:30:00Z");
    }

    public static AContact today() {
        return on(TODAY);
    }

    public static AContact at(String instant) {
        Instant assessedAt = Instant.parse(instant);
        return new AContact(new Assessment(
                        "MASH-" + instant,
                        "sefton-mash",
                        assessedAt,
                        assessedAt,
                        null,
                        NOBODY_KNOWS_THE_AGE,
                        List.of(),
                        null))
                .aged(14);
    }

    public AContact observing(Seen... seen) {
        return with(
                assessment.youngPerson(),
                Stream.concat(
                                assessment.observations().stream(),
                                Stream.of(seen).map(Seen::observation))
                        .toList());
    }

    public AContact aged(int years) {
        return with(new YoungPerson("LCS-55512", null, years, "sefton", null, List.of()), assessment.observations());
    }

    public AContact born(LocalDate day) {
        return with(new YoungPerson("LCS-55512", day, null, "sefton", null, List.of()), assessment.observations());
    }

    public AContact ofUnknownAge() {
        return with(NOBODY_KNOWS_THE_AGE, assessment.observations());
    }

    public AContact placedBy(String area) {
        return with(new YoungPerson("LCS-55512", null, 14, "sefton", area, List.of()), assessment.observations());
    }

    public AContact knownAs(String area, String reference) {
        return with(
                new YoungPerson("LCS-55512", null, 14, "sefton", null, List.of(new PersonKey(area, reference))),
                assessment.observations());
    }

    public AContact numbered(String assessmentId) {
        return copy(assessmentId, assessment.receivedAt(), assessment.referredBy(), assessment.amends());
    }

    public AContact receivedAt(String instant) {
        return copy(assessment.assessmentId(), Instant.parse(instant), assessment.referredBy(), assessment.amends());
    }

    public AContact referredBy(Agency agency) {
        return copy(assessment.assessmentId(), assessment.receivedAt(), agency, assessment.amends());
    }

    public AContact amending(String assessmentId) {
        return copy(
                assessment.assessmentId(),
                assessment.receivedAt(),
                assessment.referredBy(),
                new Amends(assessmentId, "the wrong child"));
    }

    private AContact copy(String assessmentId, Instant receivedAt, Agency referredBy, Amends amends) {
        return new AContact(new Assessment(
                assessmentId,
                assessment.sourceSystem(),
                receivedAt,
                assessment.assessedAt(),
                referredBy,
                assessment.youngPerson(),
                assessment.observations(),
                amends));
    }

    private AContact with(YoungPerson youngPerson, List<org.waymark.assessment.Observation> observations) {
        return new AContact(new Assessment(
                assessment.assessmentId(),
                assessment.sourceSystem(),
                assessment.receivedAt(),
                assessment.assessedAt(),
                assessment.referredBy(),
                youngPerson,
                observations,
                assessment.amends()));
    }
}
