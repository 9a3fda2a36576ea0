package org.waymark.intake.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Which route comes next, and whether it may be called in earnest. */
final class FuzzedRoutes {

    /**
     * What goes through all that is recorded by then, each time or in the background, or takes a moment in which
     * hundreds of other calls are answered. It is made in earnest less and less often: each time that the calls have grown
     * by a part, so that what it takes in all grows with them and no faster. In between it is made by those who may not.
     */
    private static final Map<String, Integer> RARE = Map.of(
            "GET /api/log/export", 2,
            "GET /audit/log.ndjson", 2,
            "POST /api/verifications", 2,
            "POST /audit/verifications", 2,
            "POST /api/impact-analyses", 4,
            "POST /rules/{hash}/analyses", 4,
            "POST /api/rule-sets/{hash}/activation", 4,
            "POST /rules/{hash}/activation", 4,
            "POST /api/rule-sets/{hash}/check", 10,
            "POST /rules/{hash}/check", 10);

    /** At the beginning each of them is made so many calls after the other. */
    private static final int FIRST_GAP = 40;

    private static final int USUAL = 4;

    /**
     * How often one comes, against four of any other: less often what ends what others need, and what signs a checkpoint
     * each time; more often what has to come after something else.
     */
    private static final Map<String, Integer> OFTEN = Map.ofEntries(
            Map.entry("POST /api/assessments", 36),
            Map.entry("POST /api/areas/{area}/young-people/{reference}/erasure", 1),
            Map.entry("POST /api/decisions/{decisionId}/erasure", 1),
            Map.entry("POST /api/rule-sets/{hash}/rejection", 1),
            Map.entry("POST /api/impact-analyses/{id}/cancellation", 1),
            Map.entry("GET /api/areas/{area}/young-people/{reference}/trail/export", 1),
            Map.entry("GET /api/decisions/{decisionId}/capsule", 1),
            Map.entry("GET /areas/{area}/young-people/{reference}/trail.ndjson", 1),
            Map.entry("GET /decisions/{decisionId}/capsule.ndjson", 1),
            Map.entry("GET /decisions/{decisionId}/proof", 1),
            Map.entry("GET /decisions/{decisionId}/replay", 1),
            Map.entry("POST /rules/{hash}/rejection", 1),
            Map.entry("POST /rules/{hash}/figures", 1),
            Map.entry("POST /drafts/{draft}/discarding", 1),
            Map.entry("POST /drafts/{draft}/sections/{section}", 12),
            Map.entry("POST /drafts", 8),
            Map.entry("POST /api/log/checkpoints", 1),
            Map.entry("GET /api/impact-analyses/{id}", 8),
            Map.entry("POST /api/rule-sets/{hash}/submission", 8),
            Map.entry("POST /api/rule-sets/{hash}/acceptances", 8),
            Map.entry("POST /api/rule-sets/{hash}/approval", 8),
            Map.entry("POST /api/decisions/{decisionId}/override", 6),
            Map.entry("POST /api/decisions/{decisionId}/countersignature", 6));

    private final List<FuzzedCalls.Route> weighed = new ArrayList<>();
    private final Map<String, Long> due = new HashMap<>();
    private final Random random;
    private long calls;

    FuzzedRoutes(List<FuzzedCalls.Route> routes, Random random) {
        this.random = random;
        for (FuzzedCalls.Route route : routes) {
            for (int i = OFTEN.getOrDefault(route.toString(), USUAL); i > 0; i--) {
                weighed.add(route);
            }
        }
    }

    FuzzedCalls.Route next() {
        calls++;
        return weighed.get(random.nextInt(weighed.size()));
    }

    /** How many calls there were, with this one. */
    long calls() {
        return calls;
    }

    /** Whether it may be made in earnest now; asked once for a call. */
    boolean isDue(FuzzedCalls.Route route) {
        Integer part = RARE.get(route.toString());
        if (part == null) {
            return true;
        }
        if (due.getOrDefault(route.toString(), 0L) > calls) {
            return false;
        }
        due.put(route.toString(), calls + Math.max(FIRST_GAP, calls / part));
        return true;
    }
}
