package org.waymark.intake.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Which route comes next, and whether it may be called in earnest. */
final class FuzzedRoutes {

    /** What all else is about. */
    private static final String SUBMITTING = "POST /api/assessments";

    /**
     * What goes through all that is recorded by then, each time or in the background, or takes a moment in which
     * hundreds of other calls are answered. It is made in earnest less and less often: each time that the calls have grown
     * by a part, so that what it takes in all grows with them and no faster. In between it is made by those who may not.
     */
    private static final Map<String, Integer> RARE = Map.ofEntries(
            Map.entry("GET /api/log/export", 2),
            Map.entry("POST /api/verifications", 2),
            Map.entry("POST /api/impact-analyses", 4),
            Map.entry("POST /api/rule-sets/{hash}/activation", 4));

    /** At the beginning each of them is made so many calls after the other. */
    private static final int FIRST_GAP = 40;

    private static final int USUAL = 4;

    /** How often one comes, against four of any other. */
    private static final Map<String, Integer> OFTEN = Map.of(
            SUBMITTING,
            36,
            "POST /api/areas/{area}/young-people/{reference}/erasure",
            1,
            "POST /api/decisions/{decisionId}/erasure",
            1,
            "POST /api/rule-sets/{hash}/rejection",
            1);

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
