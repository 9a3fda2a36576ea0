package org.waymark.casework.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.Person;

/**
 * A line as it is kept.
 *
 * @param id of the decision, or of the review of a young person
 * @param sequence up to which entry about the person it takes everything in
 * @param waitsFor null where it waits for nobody
 * @param due by when
 */
public record Listed(
        String id,
        Person person,
        long sequence,
        @Nullable WorkStatus waitsFor,
        @Nullable Instant due,
        DecisionLine line) {

    private static final String REVIEW = "review-";

    /** The id of the line that says when a young person is to be reviewed. */
    public static String reviewOf(Person person) {
        return REVIEW + person.pseudonym();
    }

    boolean isReview() {
        return id.startsWith(REVIEW);
    }
}
