package org.waymark.casework;

import java.util.List;
import org.waymark.assessment.Assessment;
import org.waymark.trail.Entry;

/**
 * What one contact, or one outcome, says as it stands.
 *
 * @param entries those that it rests on: the contact and what put it right since, or the outcome
 */
record Contribution(Assessment assessment, List<Entry> entries) {

    Contribution {
        entries = List.copyOf(entries);
    }

    /** The entry that it began with. */
    Entry first() {
        return entries.get(0);
    }
}
