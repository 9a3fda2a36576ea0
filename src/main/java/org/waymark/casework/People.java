package org.waymark.casework;

import java.util.List;
import org.waymark.assessment.PersonKey;
import org.waymark.trail.Entry;
import org.waymark.trail.Person;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;

/** Finds trails by the references that case systems use. */
final class People {

    private final Trail trail;
    private final Pseudonyms pseudonyms;

    People(Trail trail, Pseudonyms pseudonyms) {
        this.trail = trail;
        this.pseudonyms = pseudonyms;
    }

    /** The refusal of what is asked about somebody of whom nothing is recorded. */
    static JudgementRefusal unknown() {
        return JudgementRefusal.of(
                JudgementRefusal.Why.UNKNOWN,
                "nothing is recorded in this area about a young person of this reference");
    }

    Person person(PersonKey key) {
        return pseudonyms.person(key.area(), key.reference());
    }

    List<Entry> trailOf(PersonKey key) {
        return trail.of(person(key));
    }
}
