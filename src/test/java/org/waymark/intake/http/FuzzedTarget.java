package org.waymark.intake.http;

import java.util.List;
import java.util.Random;

/**
 * What a call is about: things that are there, and fit together.
 *
 * @param decision and whom it is about; of a contact that is submitted only that
 */
record FuzzedTarget(
        FuzzedKnown.Decision decision,
        FuzzedKnown.Version version,
        FuzzedKnown.Version other,
        FuzzedKnown.Analysis analysis,
        String draft,
        long leaf,
        long size) {

    /**
     * So many calls there are for each young person, of whom so many are called about at a time: the trail of each is read
     * whole, and must end somewhere.
     */
    private static final int CALLS_EACH = 20;

    private static final int AT_A_TIME = 20;

    static FuzzedTarget of(FuzzedCalls.Route route, long calls, FuzzedKnown known, Random random) {
        FuzzedKnown.Decision decision = decision(route.pattern(), calls, known, random);
        boolean submits =
                route.pattern().endsWith("}/submission") && route.pattern().contains("{hash}");
        FuzzedKnown.Analysis analysis = submits ? known.done(random) : known.analysis(random);
        FuzzedKnown.Version version = submits
                ? new FuzzedKnown.Version(analysis.candidate(), "draft", List.of(), List.of())
                : version(route.pattern(), known, random);
        long size = 1 + random.nextLong(known.size());
        return new FuzzedTarget(
                decision, version, known.version(random), analysis, known.draft(random), random.nextLong(size), size);
    }

    private static FuzzedKnown.Decision decision(String pattern, long calls, FuzzedKnown known, Random random) {
        if (pattern.startsWith("/api/assessments") || pattern.equals("/drafts")) {
            return somebody(calls, random);
        }
        return pattern.endsWith("/countersignature") ? known.waiting(random) : known.decision(random);
    }

    private static FuzzedKnown.Version version(String pattern, FuzzedKnown known, Random random) {
        return switch (pattern.substring(pattern.lastIndexOf('/'))) {
            case "/acceptances" -> known.submitted(random, false);
            case "/approval" -> known.submitted(random, true);
            case "/rejection" -> known.version(random, "submitted");
            case "/activation", "/withdrawal" -> known.version(random, "approved", "active", "retired");
            case "/impact-analyses", "/analyses" -> known.version(random, "draft");
            default -> known.version(random);
        };
    }

    /** Of an area for each number, so that now and then one is known in two. */
    private static FuzzedKnown.Decision somebody(long calls, Random random) {
        long number = calls / CALLS_EACH + random.nextInt(AT_A_TIME);
        long area = random.nextInt(12) == 0 ? number + 1 : number;
        List<String> areas = FuzzedCallers.AREAS;
        return new FuzzedKnown.Decision("", areas.get((int) (area % areas.size())), "FZ-" + number, false);
    }
}
