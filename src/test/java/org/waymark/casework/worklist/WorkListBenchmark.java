package org.waymark.casework.worklist;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.access.Areas;
import org.waymark.access.Caller;
import org.waymark.casework.Reading;
import org.waymark.casework.judgement.Status;
import org.waymark.screening.pathway.Urgency;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Person;
import org.waymark.trail.Trail;
import org.waymark.trail.Trails;

/**
 * How long a page of the lists takes on the embedded store: {@code WorkListBenchmark FOLDER DECISIONS}. The folder is
 * filled where it is empty.
 */
final class WorkListBenchmark {

    private static final List<String> AREAS =
            List.of("halton", "knowsley", "liverpool", "sefton", "st-helens", "wirral");
    private static final List<String> PATHWAYS = List.of("safeguarding", "early-help", "mace", "youth-justice");
    private static final int PEOPLE_EACH = 50;
    private static final int ROUNDS = 60;
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private final ListStore store;
    private final WorkList workList;
    private final DecisionSearch search;

    private WorkListBenchmark(Store opened) {
        Trail trail = Trails.in(opened.database());
        WorkOrder work = new WorkOrder(Trails.names());
        SearchOrder searching = new SearchOrder(Trails.names());
        store = new ListStore(
                opened.database(),
                new RowSeal(Trails.keys(opened.database())),
                listed -> Stream.concat(work.keys(listed).stream(), searching.keys(listed).stream())
                        .toList());
        Clock clock = Clock.fixed(NOW, java.time.ZoneOffset.UTC);
        Reading reading = new Reading(trail, Trails.names(), clock);
        workList = new WorkList(store, Trails.names(), reading, clock);
        search = new DecisionSearch(store, Trails.names(), reading);
    }

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        int decisions = Integer.parseInt(arguments[1]);
        try (Store opened = Store.open(StoreSettings.embedded(folder), Clock.systemUTC())) {
            WorkListBenchmark benchmark = new WorkListBenchmark(opened);
            if (benchmark.store.areas().isEmpty()) {
                benchmark.fill(decisions);
            }
            benchmark.measure(Areas.of(List.of("sefton")), "one area");
            benchmark.measure(Areas.ALL, "six areas");
        }
    }

    private void fill(int decisions) {
        long began = System.nanoTime();
        Random chance = new Random(1);
        List<Listed> lines = new ArrayList<>();
        for (int i = 0; i < decisions; i++) {
            lines.add(line(i, chance));
            if (lines.size() == 500) {
                store.put(lines);
                lines.clear();
                if (i % 5_000 == 4_999) {
                    System.out.printf(
                            Locale.ROOT, "%d after %d s%n", i + 1, (System.nanoTime() - began) / 1_000_000_000);
                }
            }
        }
        store.put(lines);
        System.out.printf(
                Locale.ROOT,
                "filled with %d in %d s%n",
                decisions,
                Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }

    private static Listed line(int number, Random chance) {
        String area = AREAS.get(number / PEOPLE_EACH % AREAS.size());
        String reference = "R-" + number / PEOPLE_EACH;
        Person person = Trails.names().person(area, reference);
        String id = Trails.names().decisionId(Trails.names().submission(area, "benchmark", "A-" + number));
        Urgency urgency = Urgency.values()[chance.nextInt(Urgency.values().length)];
        Instant recorded = NOW.minus(Duration.ofMinutes(chance.nextInt(500_000)));
        Instant due = recorded.plus(Duration.ofDays(chance.nextInt(30)));
        // One in ten is open, most are over.
        @Nullable WorkStatus waits = chance.nextInt(10) == 0 ? WorkStatus.values()[chance.nextInt(3)] : null;
        boolean overridden = chance.nextInt(12) == 0;
        DecisionLine line = new DecisionLine(
                id,
                area,
                reference,
                PATHWAYS.get(chance.nextInt(PATHWAYS.size())),
                urgency,
                due,
                waits == WorkStatus.PROPOSED ? Status.PROPOSED : Status.CONFIRMED,
                false,
                overridden,
                waits == null,
                recorded,
                recorded,
                "screener",
                "2026.1",
                "sha256:" + "a".repeat(64),
                List.of("screener", "manager-" + chance.nextInt(40)));
        return new Listed(id, person, number % PEOPLE_EACH + 1L, waits, due, line);
    }

    private void measure(Areas areas, String whose) {
        Caller caller = new Caller("benchmark", Set.of(), areas);
        time(whose + ", the work list", () -> workList.page(caller, WorkListQuery.everything()));
        time(
                whose + ", what is overdue",
                () -> workList.page(caller, new WorkListQuery(null, null, true, null, null, 50)));
        time(
                whose + ", what is not overdue",
                () -> workList.page(caller, new WorkListQuery(null, null, false, null, null, 50)));
        time(
                whose + ", by the beginning of a reference that few have",
                () -> workList.page(caller, new WorkListQuery(null, null, null, "R-199", null, 50)));
        time(whose + ", all decisions", () -> search.page(caller, DecisionQuery.everything()));
        time(
                whose + ", overridden ones by one actor",
                () -> search.page(
                        caller,
                        new DecisionQuery(null, null, null, null, null, null, null, true, "manager-7", null, 50)));
        time(
                whose + ", by reference",
                () -> search.page(
                        caller, new DecisionQuery(null, "R-77", null, null, null, null, null, null, null, null, 50)));
    }

    private static void time(String what, Runnable page) {
        long[] taken = new long[ROUNDS];
        for (int i = -20; i < ROUNDS; i++) {
            long began = System.nanoTime();
            page.run();
            taken[Math.max(0, i)] = System.nanoTime() - began;
        }
        Arrays.sort(taken);
        System.out.printf(
                Locale.ROOT,
                "%-60s median %5.1f ms, nine in ten %5.1f ms%n",
                what,
                taken[ROUNDS / 2] / 1e6,
                taken[ROUNDS * 9 / 10] / 1e6);
    }
}
