package org.waymark.casework.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions are looked for: those of which all is true that is given.
 *
 * @param area one of the caller's; null for all of theirs
 * @param reference the whole of it
 * @param from recorded then or later
 * @param before recorded earlier
 * @param pathway code of the pathway that leads now
 * @param ruleSetName of the version of the rules that made it
 * @param ruleSetHash of the version of the rules that made it
 * @param overridden whether anybody decided otherwise than was recommended
 * @param actor an account that submitted it or did something with it
 * @param after from {@link DecisionPage#after}; null for the first part
 * @param most how many at most, from 1 to {@link #MOST}
 */
public record DecisionQuery(
        @Nullable String area,
        @Nullable String reference,
        @Nullable Instant from,
        @Nullable Instant before,
        @Nullable String pathway,
        @Nullable String ruleSetName,
        @Nullable String ruleSetHash,
        @Nullable Boolean overridden,
        @Nullable String actor,
        @Nullable String after,
        int most) {

    /** Decisions in a part at most. */
    public static final int MOST = 50;

    /** @throws IllegalArgumentException where {@code most} or {@code after} is none */
    public DecisionQuery {
        Listing.requireMost(most, MOST);
        Listing.requireCursor(after, SearchOrder.PLACE);
    }

    /** All decisions of the caller's areas, from the newest. */
    public static DecisionQuery everything() {
        return new DecisionQuery(null, null, null, null, null, null, null, null, null, null, MOST);
    }

    /** Whether this is an {@code after} that a page can have given. */
    public static boolean isPlace(String after) {
        return SearchOrder.PLACE.matcher(after).matches();
    }

    boolean matches(DecisionLine line) {
        return (reference == null || reference.equals(line.reference()))
                && (from == null || !line.recordedAt().isBefore(from))
                && (before == null || line.recordedAt().isBefore(before))
                && (pathway == null || pathway.equals(line.primary()))
                && (ruleSetName == null || ruleSetName.equals(line.ruleSetName()))
                && (ruleSetHash == null || ruleSetHash.equals(line.ruleSetHash()))
                && (overridden == null || overridden == line.overridden())
                && (actor == null || line.actors().contains(actor));
    }
}
