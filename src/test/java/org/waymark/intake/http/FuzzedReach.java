package org.waymark.intake.http;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** How far the calls of each route get, and what they take. */
final class FuzzedReach {

    private static final int MOST_TOLD = 8;
    private static final long NANOS = 1_000_000;

    private static final class Count {
        private final AtomicLong calls = new AtomicLong();
        private final AtomicLong good = new AtomicLong();
        private final AtomicLong nanos = new AtomicLong();
        private final AtomicLong longest = new AtomicLong();
        private final Map<Integer, AtomicLong> statuses = new ConcurrentHashMap<>();
    }

    private final Map<FuzzedCalls.Route, Count> counts = new ConcurrentHashMap<>();

    FuzzedReach(List<FuzzedCalls.Route> routes) {
        routes.forEach(route -> counts.put(route, new Count()));
    }

    /** @param good whether the answer is what the route is for */
    void count(FuzzedCalls.Route route, int status, long nanos, boolean good) {
        Count count = counts.get(route);
        count.calls.incrementAndGet();
        count.nanos.addAndGet(nanos);
        count.longest.accumulateAndGet(nanos, Math::max);
        count.statuses.computeIfAbsent(status, none -> new AtomicLong()).incrementAndGet();
        if (good) {
            count.good.incrementAndGet();
        }
    }

    /** The routes that answered nobody with what they are for. */
    List<String> never() {
        return counts.entrySet().stream()
                .filter(one -> one.getValue().good.get() == 0)
                .map(one -> one.getKey() + " " + one.getValue().statuses)
                .sorted()
                .toList();
    }

    /** For whoever looks whether the time of a long run is spent well. */
    String told() {
        long all = counts.values().stream().mapToLong(one -> one.nanos.get()).sum();
        return counts.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<FuzzedCalls.Route, Count> one) ->
                        -one.getValue().nanos.get()))
                .limit(Integer.getInteger("waymark.fuzzTold", MOST_TOLD))
                .map(one -> told(one.getKey(), one.getValue(), all))
                .collect(Collectors.joining("\n"));
    }

    private static String told(FuzzedCalls.Route route, Count count, long all) {
        return String.format(
                Locale.ROOT,
                "%4.1f %% of the time, %d calls, %d well answered, %d ms the longest: %s %s",
                100.0 * count.nanos.get() / Math.max(1, all),
                count.calls.get(),
                count.good.get(),
                count.longest.get() / NANOS,
                route,
                count.statuses);
    }
}
