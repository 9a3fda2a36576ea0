package org.waymark.pages.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was last checked of the whole log. */
final class Checks {

    private Checks() {}

    /**
     * The last verification on this node.
     *
     * @param state {@code running}, {@code done} or {@code failed}
     * @param verified absent until it is known; absent too where the log was empty
     */
    record WholeLog(
            String state,
            String startedBy,
            Instant startedAt,
            @Nullable Instant endedAt,
            long entries,
            long linesRead,
            @Nullable String fault,
            @Nullable Boolean verified,
            List<String> faults,
            List<String> checked) {

        /** In one word for the messages. */
        public String outcome() {
            if (!state.equals("done")) {
                return state;
            }
            return verified == null ? "empty" : verified ? "verified" : "faults";
        }

        /** How far it is; an entry takes about a line. */
        public long percent() {
            return entries == 0 ? 0 : Math.min(99, 100 * linesRead / entries);
        }
    }

    /** The last sample of decisions that was made again. */
    record Nightly(
            Instant startedAt,
            Instant finishedAt,
            int replayed,
            int same,
            List<Differing> different,
            @Nullable Map<String, Integer> impossible) {

        public int impossibleInAll() {
            return impossible == null
                    ? 0
                    : impossible.values().stream().mapToInt(Integer::intValue).sum();
        }

        public String outcome() {
            if (replayed == 0) {
                return "none";
            }
            return different.isEmpty() ? impossibleInAll() == 0 ? "same" : "impossible" : "different";
        }
    }

    /** A decision that came out otherwise than it is recorded. */
    record Differing(String decisionId, List<String> pointers) {}
}
