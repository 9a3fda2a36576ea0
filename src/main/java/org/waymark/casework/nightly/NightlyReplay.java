package org.waymark.casework.nightly;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.casework.CannotReplay;
import org.waymark.casework.nightly.LeafSample.Leaves;
import org.waymark.casework.nightly.ReplayReport.Differing;
import org.waymark.casework.replay.Replayed;
import org.waymark.casework.replay.Replayed.Different;
import org.waymark.casework.replay.Replayed.Impossible;
import org.waymark.casework.replay.Replayed.Result;
import org.waymark.trail.Entry;
import org.waymark.trail.Kind;
import org.waymark.trail.Trail;
import org.waymark.trail.TrailUnavailable;

/**
 * Makes a sample of recorded decisions again when a turn is due, one node at a time, and raises an alarm where one comes
 * out otherwise than it is recorded: as an error in the log, in the state of the service, and in its figures. Those that
 * did are tried again in each run until they come out the same.
 */
public final class NightlyReplay {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyReplay.class);

    /** How long after a run that failed another is tried, unless the next is due before. */
    private static final Duration AGAIN = Duration.ofMinutes(15);

    /**
     * How and how often.
     *
     * @param every from one run to the next
     * @param sample decisions in a run; with 0 there is none
     * @param pause between two decisions, so that screenings come first
     */
    public record Plan(Duration every, int sample, Duration pause) {

        /** A run of more would not end before the next is due. */
        private static final int LARGEST = 10_000;

        public Plan {
            if (sample < 0 || sample > LARGEST) {
                throw new IllegalArgumentException(
                        "waymark.replay.sample is a number of decisions from 0, which switches" + " the replay off, to "
                                + LARGEST + ", not `" + sample + "`");
            }
            if (every.isNegative()) {
                throw new IllegalArgumentException(
                        "waymark.replay.every is a time such as 1d or 12h, or 0, which switches the replay off, not `"
                                + every + "`");
            }
        }

        /** Whether there is nothing to do, ever. */
        public boolean off() {
            return sample == 0 || every.isZero();
        }
    }

    private final Plan plan;
    private final Function<Entry, Replayed> again;
    private final Trail trail;
    private final Leaves log;
    private final ReplayReports reports;
    private final LeafSample leaves;
    private final Clock clock;
    private final Map<Result, AtomicLong> counted = new EnumMap<>(Result.class);
    private volatile @Nullable ReplayReport latest;

    NightlyReplay(
            Plan plan,
            Function<Entry, Replayed> again,
            Trail trail,
            Leaves log,
            ReplayReports reports,
            Random random,
            Clock clock) {
        this.plan = plan;
        this.again = again;
        this.trail = trail;
        this.log = log;
        this.reports = reports;
        this.leaves = new LeafSample(log, trail, random);
        this.clock = clock;
        for (Result result : Result.values()) {
            counted.put(result, new AtomicLong());
        }
    }

    /** Whether any run will ever come. */
    public boolean off() {
        return plan.off();
    }

    /** What the last run found, as far as this node has heard; nothing before the first. */
    public Optional<ReplayReport> heard() {
        return Optional.ofNullable(latest);
    }

    /**
     * The JSON of what the last run found, on whichever node it was; nothing before the first.
     *
     * @throws TrailUnavailable where the store does not answer
     */
    public Optional<String> latest() {
        return reports.latest();
    }

    /** How many decisions came out so, made again by this process. */
    public long count(Result result) {
        return counter(result).get();
    }

    private AtomicLong counter(Result result) {
        return counted.getOrDefault(result, new AtomicLong());
    }

    /** Looks whether a turn is due, and takes it. Called again and again, by one thread. */
    void look() {
        Instant now = clock.instant();
        boolean mine = !plan.off() && reports.take(now, now.plus(plan.every()));
        if (mine) {
            try {
                reports.keep(run(now));
            } catch (RuntimeException e) {
                reports.due(now.plus(plan.every().compareTo(AGAIN) < 0 ? plan.every() : AGAIN));
                throw e;
            }
        }
        latest = reports.latest().map(ReplayReport::read).orElse(null);
    }

    private ReplayReport run(Instant startedAt) {
        long size = log.size();
        ReplayTally tally = new ReplayTally();
        Stream.concat(before(), leaves.decisions(plan.sample(), size))
                .takeWhile(entry -> !Thread.currentThread().isInterrupted())
                .forEach(entry -> replay(entry, tally));
        if (Thread.currentThread().isInterrupted()) {
            throw new TrailUnavailable("the replay was interrupted: the service ends", null);
        }
        ReplayReport report = tally.report(startedAt, clock.instant(), size, plan.sample());
        tell(report);
        return report;
    }

    /** Those that came out otherwise the last time. */
    private Stream<Entry> before() {
        return reports.latest().map(ReplayReport::read).stream()
                .flatMap(report -> report.different().stream())
                .map(Differing::decisionId)
                .flatMap(id -> trail.byDecision(id).stream())
                .filter(entry -> entry.kind() == Kind.SCREENED);
    }

    private void replay(Entry entry, ReplayTally tally) {
        if (tally.isNew(entry)) {
            Replayed replayed = again.apply(entry);
            tally.add(entry, replayed);
            counter(replayed.result()).incrementAndGet();
            alarm(entry, replayed);
            pause();
        }
    }

    /** That something was erased is as it should be; whatever else keeps a decision from coming out the same is not. */
    private static void alarm(Entry entry, Replayed replayed) {
        if (replayed instanceof Different different) {
            LOG.error(
                    "The decision {} comes out otherwise than it is recorded, at {}: what this program decides, or what"
                            + " is kept, was changed",
                    entry.decisionId(),
                    String.join(", ", ReplayTally.pointers(different)));
        } else if (replayed instanceof Impossible impossible && impossible.code() != CannotReplay.Why.ERASED) {
            LOG.error(
                    "The decision {} cannot be made again ({})",
                    entry.decisionId(),
                    impossible.code().code());
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(plan.pause().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(ReplayReport report) {
        LOG.info(
                "{} recorded decisions were made again: {} the same, {} different, {} impossible",
                report.replayed(),
                report.same(),
                report.different().size(),
                report.impossibleInAll());
    }
}
