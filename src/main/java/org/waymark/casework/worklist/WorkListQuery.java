package org.waymark.casework.worklist;

import org.jspecify.annotations.Nullable;

/**
 * What of the work list is wanted.
 *
 * @param area one of the caller's; null for all of theirs
 * @param status what waits for this; null for all but reviews, which are asked for by themselves
 * @param overdue only what is overdue, or only what is not; null for both
 * @param reference how the reference begins; null for any
 * @param after from {@link WorkPage#after}; null for the first part
 * @param most how many lines at most, from 1 to {@link #MOST}
 */
public record WorkListQuery(
        @Nullable String area,
        @Nullable WorkStatus status,
        @Nullable Boolean overdue,
        @Nullable String reference,
        @Nullable String after,
        int most) {

    /** Lines in a part at most. */
    public static final int MOST = 50;

    /** @throws IllegalArgumentException where {@code most} or {@code after} is none */
    public WorkListQuery {
        Listing.requireMost(most, MOST);
        Listing.requireCursor(after, WorkOrder.PLACE);
    }

    /** All that waits in the caller's areas, from the beginning. */
    public static WorkListQuery everything() {
        return new WorkListQuery(null, null, null, null, null, MOST);
    }

    /** Whether this is an {@code after} that a page can have given. */
    public static boolean isPlace(String after) {
        return WorkOrder.PLACE.matcher(after).matches();
    }
}
