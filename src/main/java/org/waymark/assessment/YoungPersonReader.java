package org.waymark.assessment;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads whom an assessment is about. */
final class YoungPersonReader {

    private static final List<String> FIELDS =
            List.of("reference", "dateOfBirth", "ageYears", "area", "placedByArea", "previousReferences");

    /**
     * An age that a person can have. Somebody of 30 is a slip more often than not, but a wrong age must not keep a
     * child's assessment out: the decision's flag {@code aged-18-or-over} shows it.
     */
    private static final int OLDEST = 120;

    /** Each one is a history to look up. */
    private static final int MOST_REFERENCES = 50;

    private final @Nullable LocalDate assessedOn;

    YoungPersonReader(@Nullable LocalDate assessedOn) {
        this.assessedOn = assessedOn;
    }

    @Nullable
    YoungPerson read(Cursor at) {
        Fields fields = Fields.of(at, FIELDS);
        if (fields == null) {
            return null;
        }
        String reference = fields.required("reference", Texts::identifier);
        LocalDate dateOfBirth = fields.optional("dateOfBirth", this::dateOfBirth);
        Integer ageYears = fields.optional("ageYears", Numbers.whole(0, OLDEST));
        String area = fields.required("area", Texts::kebab);
        String placedByArea = fields.optional("placedByArea", Texts::kebab);
        Reading<PersonKey> person = YoungPersonReader::previousReference;
        List<PersonKey> previous =
                fields.optional("previousReferences", person.upTo(MOST_REFERENCES, "previous references"));
        if (dateOfBirth != null && ageYears != null) {
            checkAge(fields.at("ageYears"), ageYears, dateOfBirth);
        }
        if (reference == null || area == null) {
            return null;
        }
        return new YoungPerson(
                reference, dateOfBirth, ageYears, area, placedByArea, previous == null ? List.of() : previous);
    }

    private @Nullable LocalDate dateOfBirth(Cursor at) {
        LocalDate date = new Dates(null).read(at);
        if (date == null || assessedOn == null) {
            return date;
        }
        if (date.isAfter(assessedOn)) {
            at.fault(Quoted.of(date.toString()) + " is after " + assessedOn
                    + ", the day of `assessedAt` in Europe/London: leave it out for a child not yet born");
        } else if (years(date, assessedOn) > OLDEST) {
            at.fault(Quoted.of(date.toString()) + " makes an age of " + years(date, assessedOn)
                    + " years: is the year a slip?");
        }
        return date;
    }

    private void checkAge(Cursor at, int ageYears, LocalDate dateOfBirth) {
        if (assessedOn == null || dateOfBirth.isAfter(assessedOn)) {
            return;
        }
        int age = years(dateOfBirth, assessedOn);
        if (age != ageYears) {
            at.fault(Quoted.of(Integer.toString(ageYears)) + " does not agree with `dateOfBirth` "
                    + Quoted.of(dateOfBirth.toString()) + ", which makes " + age + " on " + assessedOn
                    + ": leave out the one that is less certain");
        }
    }

    /** Whole years; somebody born on 29 February is a year older on 1 March, as in English law. */
    private static int years(LocalDate birth, LocalDate day) {
        return Period.between(birth, day).getYears();
    }

    private static @Nullable PersonKey previousReference(Cursor at) {
        Fields fields = Fields.of(at, List.of("area", "reference"));
        if (fields == null) {
            return null;
        }
        String area = fields.required("area", Texts::kebab);
        String reference = fields.required("reference", Texts::identifier);
        return area == null || reference == null ? null : new PersonKey(area, reference);
    }
}
