package org.waymark.pages.person;

import java.time.LocalDate;
import org.waymark.assessment.Coded;

/**
 * Something that the picture of a history shows.
 *
 * @param on the day, in United Kingdom local time
 * @param code of the agency that made contact, of the factor that was seen, or of what somebody did; empty where a
 *     contact does not say by whom it was made
 * @param said what was recommended on a contact; on what an event rests, as a code; empty where nobody said, and for
 *     what people did
 */
record Happened(Lane lane, LocalDate on, String code, String said) {

    /** In the order in which they stand below one another. */
    enum Lane implements Coded {
        CONTACT,
        EVENT,
        ACT
    }
}
