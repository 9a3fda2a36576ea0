package org.waymark.policy.impact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Coded;

/**
 * An impact analysis over what is recorded, as it stands.
 *
 * @param id names it to whoever asks
 * @param candidate the hash of the version that is tried
 * @param against the hash of the version that was in force when it was started
 * @param filter which contacts are asked
 * @param until what was recorded later is not looked at
 * @param lookBack whether it is made because the candidate came into force, to find decisions that need a second look
 * @param done entries of the trail looked at so far
 * @param total entries to look at, 0 until it is known
 * @param endedAt null while it runs
 * @param fault why it failed, null where it did not
 */
public record Analysis(
        String id,
        String startedBy,
        Instant startedAt,
        String candidate,
        String against,
        ImpactFilter filter,
        Instant until,
        boolean lookBack,
        State state,
        long done,
        long total,
        @Nullable Instant endedAt,
        @Nullable String fault) {

    /** How far an analysis is. */
    public enum State implements Coded {
        /** It waits for its turn, or runs. */
        RUNNING,
        /** Somebody stopped it; there is no report. */
        CANCELLED,
        /** There is a report. */
        DONE,
        /** It could not be done; {@link Analysis#fault} says why. */
        FAILED
    }
}
