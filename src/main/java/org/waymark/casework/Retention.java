package org.waymark.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.assessment.Json;
import org.waymark.assessment.LondonDays;
import org.waymark.casework.retention.RetentionSchedule;
import org.waymark.trail.Entry;
import org.waymark.trail.Erasure;
import org.waymark.trail.Forgets;
import org.waymark.trail.Trail;
import org.waymark.trail.TrailWalk;

/**
 * Says about whom what is recorded has been kept for as long as the schedule allows. It goes through everything once, in
 * the background and a few entries at a time, when somebody asks and the last count is more than an hour old. Nothing is
 * erased by it.
 */
public final class Retention implements Forgets, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration FRESH = Duration.ofHours(1);

    private final Trail trail;
    private final RetentionSchedule schedule;
    private final Clock clock;
    private final ExecutorService counter = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "retention");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable RetentionCount last;
    private boolean counting;
    private boolean failed;

    public Retention(Trail trail, RetentionSchedule schedule, Clock clock) {
        this.trail = trail;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** The JSON of who is due in an area, as the last count has it; the first call only begins to count. */
    public synchronized String of(String area) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        RetentionCount count = last;
        if (!counting && (count == null || count.at().plus(FRESH).isBefore(now))) {
            counting = true;
            counter.execute(() -> count(now));
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("area", area);
        shown.put("countedAt", count == null ? null : count.at());
        shown.put("counting", counting);
        shown.put("lastCountFailed", failed);
        shown.put("schedule", schedule.lines());
        shown.put("dueInAll", count == null ? 0 : count.dueInAll(area));
        shown.put("due", count == null ? List.of() : count.due(area));
        return Json.write(shown);
    }

    private void count(Instant now) {
        try {
            LocalDate today = LondonDays.of(now);
            RetentionCount count = new RetentionCount(schedule, now, today);
            TrailWalk walk = trail.everything();
            try (var entries = walk.entries()) {
                entries.forEach((Entry entry) -> count.add(entry));
            }
            count.end();
            ended(count);
        } catch (RuntimeException broken) {
            LOG.error("Who is due for erasure could not be counted: {}", broken.getMessage());
            ended(null);
        }
    }

    private synchronized void ended(@Nullable RetentionCount count) {
        counting = false;
        failed = count == null;
        last = count == null ? last : count;
    }

    @Override
    public synchronized void forget(Erasure.Done erased) {
        if (last != null && erased.whole()) {
            last.forget(erased.person());
        }
    }

    @Override
    public void close() {
        counter.shutdownNow();
    }
}
