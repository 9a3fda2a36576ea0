package org.waymark.assessment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom an assessment is about.
 *
 * @param reference the case system's own reference, never a name
 * @param area whose case system that is
 * @param placedByArea the area that placed the young person here, if another did
 * @param previousReferences other numbers under which this young person is known
 */
public record YoungPerson(
        String reference,
        @Nullable LocalDate dateOfBirth,
        @Nullable Integer ageYears,
        String area,
        @Nullable String placedByArea,
        List<PersonKey> previousReferences) {

    public YoungPerson {
        previousReferences = List.copyOf(previousReferences);
    }

    /** The key by which this assessment's area knows the young person. */
    public PersonKey key() {
        return new PersonKey(area, reference);
    }
}
