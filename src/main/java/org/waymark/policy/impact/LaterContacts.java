package org.waymark.policy.impact;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.PersonKey;

/**
 * Until when young people were seen under references that came after. Whoever looks at an earlier reference alone does
 * not know of these.
 */
final class LaterContacts {

    private final Map<PersonKey, Instant> latest = new LinkedHashMap<>();

    /**
     * Notes a contact.
     *
     * @param known all contacts of the same young person, under the same reference and under those before it
     */
    void note(Assessment contact, Collection<Assessment> known) {
        PersonKey own = contact.youngPerson().key();
        for (Assessment one : known) {
            PersonKey before = one.youngPerson().key();
            if (!before.equals(own)) {
                note(before, contact.assessedAt());
            }
        }
    }

    private void note(PersonKey person, Instant assessedAt) {
        latest.merge(person, assessedAt, (one, other) -> one.isAfter(other) ? one : other);
    }

    Map<PersonKey, Instant> all() {
        return latest;
    }
}
