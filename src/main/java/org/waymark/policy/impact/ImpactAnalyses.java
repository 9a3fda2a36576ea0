package org.waymark.policy.impact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.Json;
import org.waymark.policy.Impact;
import org.waymark.policy.impact.Analysis.State;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.ruleset.RuleSetReader;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.trail.Erasure;
import org.waymark.trail.Forgets;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.TrailWalk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Impact analyses over what is recorded, one after the other in the background. Each is stored with how far it is, and
 * its report when it is done. What it found is kept as it goes, so that one whose node was stopped goes on from there:
 * it looks at what was recorded up to its start, whenever it looks, and ends with the same report to the byte.
 */
public final class ImpactAnalyses implements Impact, Forgets, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImpactAnalyses.class);

    /** How often a running analysis notes how far it is, and looks whether it was cancelled. */
    private static final Duration NOTED_EVERY = Duration.ofMillis(500);

    /** After so many cases what was found is kept: little is asked twice, and keeping costs little beside asking. */
    static final int KEPT_EVERY = 2_000;

    /** After so long without a note nobody runs it. */
    static final Duration ABANDONED_AFTER = Duration.ofSeconds(30);

    private final AnalysisStore store;
    private final Unfinished unfinished;
    private final int keptEvery;
    private final Archive archive;
    private final Function<String, Optional<RuleFiles>> versions;
    private final RuleSetInForce inForce;
    private final Pseudonyms pseudonyms;
    private final Ceilings ceilings;
    private final Clock clock;
    private final Set<String> own = new TreeSet<>();
    private volatile boolean closing;
    private final ExecutorService queue = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "impact-analyses");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param keptEvery after how many cases what was found is kept
     * @param versions the files of each version of the rules, by hash
     */
    ImpactAnalyses(
            AnalysisStore store,
            Unfinished unfinished,
            int keptEvery,
            Archive archive,
            Function<String, Optional<RuleFiles>> versions,
            RuleSetInForce inForce,
            Pseudonyms pseudonyms,
            Ceilings ceilings,
            Clock clock) {
        this.store = store;
        this.unfinished = unfinished;
        this.keptEvery = keptEvery;
        this.archive = archive;
        this.versions = versions;
        this.inForce = inForce;
        this.pseudonyms = pseudonyms;
        this.ceilings = ceilings;
        this.clock = clock;
    }

    /**
     * Starts an analysis against what is in force now: for the area of the filter or, where it names none, for every
     * area without a rule set of its own; the others are left out, as the candidate would not screen there.
     *
     * @param candidate the hash of a version that is stored
     * @param by the account that asks
     * @return the analysis as it begins, or nothing where there is no such version
     */
    public Optional<Analysis> start(String candidate, ImpactFilter filter, String by) {
        if (versions.apply(candidate).isEmpty()) {
            return Optional.empty();
        }
        String area = filter.area();
        Set<String> others = new TreeSet<>();
        if (area == null) {
            others.addAll(inForce.all().keySet());
            others.remove(RuleSetInForce.EVERYWHERE);
        }
        Instant now = now();
        Analysis analysis = new Analysis(
                UUID.randomUUID().toString(),
                by,
                now,
                candidate,
                inForce.require(area == null ? RuleSetInForce.EVERYWHERE : area)
                        .ruleSet()
                        .hash(),
                filter.leavingOut(others),
                now,
                false,
                State.RUNNING,
                0,
                0,
                null,
                null);
        store.add(analysis, now);
        enqueue(analysis);
        return Optional.of(analysis);
    }

    /** Starts a look-back, unless it was started before, on whatever node. */
    void start(LookBacks.Plan plan) {
        if (store.find(plan.id()).isPresent()) {
            return;
        }
        Instant now = now();
        Analysis analysis = new Analysis(
                plan.id(),
                LookBacks.SYSTEM,
                now,
                plan.activated(),
                plan.before(),
                plan.filter(),
                plan.until(),
                true,
                State.RUNNING,
                0,
                0,
                null,
                null);
        if (store.add(analysis, now)) {
            enqueue(analysis);
        }
    }

    /** An analysis as it stands. */
    public Optional<Analysis> analysis(String id) {
        return store.find(id);
    }

    /** All analyses, the newest first. */
    public List<Analysis> all() {
        return store.all();
    }

    /** Stops an analysis, on whatever node it runs. One that has ended stays as it is. */
    public Optional<Analysis> cancel(String id) {
        store.end(id, State.CANCELLED, null, now());
        return store.find(id);
    }

    /** The JSON of an {@link ImpactReport}, of an analysis that is done. */
    public Optional<String> report(String id) {
        return store.report(id);
    }

    /**
     * What a finished look-back found: open decisions that the version now in force would make higher.
     *
     * @param activatedAt when it came into force, from which the reviews are due
     */
    List<ReviewRecommendation> reviews(String id, Instant activatedAt) {
        return store.find(id)
                .flatMap(one -> store.report(id)
                        .map(report -> ReviewRecommendation.of(
                                Json.read(report), rules(one.candidate()).workingDays(), activatedAt)))
                .orElse(List.of());
    }

    @Override
    public Optional<Finding> finding(String analysis) {
        return store.find(analysis).flatMap(one -> store.report(analysis).map(report -> finding(one, report)));
    }

    private static Finding finding(Analysis one, String text) {
        JsonNode report = Json.read(text);
        List<Downgrade> downgraded = new ArrayList<>();
        for (JsonNode changed : report.path("changed")) {
            String direction = changed.path("direction").asString();
            if (direction.equals(Direction.LOWER.code()) || direction.equals(Direction.MIXED.code())) {
                downgraded.add(new Downgrade(changed.path("reference").asString()));
            }
        }
        List<String> overCeiling = new ArrayList<>();
        report.path("overCeiling").forEach(area -> overCeiling.add(area.asString()));
        return new Finding(one.candidate(), one.against(), downgraded, overCeiling);
    }

    @Override
    public void forget(Erasure.Done erased) {
        Forgotten one = Forgotten.of(erased);
        store.note(one);
        store.revise(text -> without(List.of(one), text));
    }

    /** A report without the cases that it may not list any more; what it counts stays as it was counted. */
    private String without(List<Forgotten> forgotten, String text) {
        JsonNode report = Json.read(text);
        if (!(report.path("changed") instanceof ArrayNode changed)) {
            return text;
        }
        int before = changed.size();
        changed.removeIf(one -> forgotten.stream()
                .anyMatch(gone -> gone.covers(one.path("reference").asString(), pseudonyms)));
        return changed.size() < before ? Json.write(report) : text;
    }

    /** Takes up what runs nowhere any more, where it was. Called again and again, on every node. */
    public void resume() {
        Instant since = now().minus(ABANDONED_AFTER);
        for (Analysis one : store.abandoned(since)) {
            if (!isOwn(one) && store.claim(one.id(), since, now())) {
                LOG.info("Impact analysis {} is taken up again, after {} entries", one.id(), one.done());
                enqueue(one);
            }
        }
    }

    private boolean isOwn(Analysis one) {
        synchronized (own) {
            return own.contains(one.id());
        }
    }

    private void enqueue(Analysis one) {
        synchronized (own) {
            own.add(one.id());
        }
        queue.execute(() -> {
            try {
                run(one);
            } finally {
                synchronized (own) {
                    own.remove(one.id());
                }
            }
        });
    }

    private void run(Analysis one) {
        try {
            analyse(one);
        } catch (RuntimeException | LinkageError broken) {
            if (!closing) {
                LOG.error("Impact analysis {} failed", one.id(), broken);
                fail(one, broken);
            }
        }
    }

    private void fail(Analysis one, Throwable broken) {
        try {
            store.end(one.id(), State.FAILED, String.valueOf(broken.getMessage()), now());
            unfinished.drop(one.id());
        } catch (RuntimeException unreachable) {
            LOG.error("Nor could it be noted; it will be taken up again", unreachable);
        }
    }

    private void analyse(Analysis one) {
        if (closing || !store.progress(one.id(), one.done(), one.total(), now())) {
            return;
        }
        CheckedRules before = rules(one.against());
        CheckedRules after = rules(one.candidate());
        ImpactAnalysis analysis = one.lookBack()
                ? ImpactAnalysis.lookingBack(before.asked(), after.asked())
                : new ImpactAnalysis(before.asked(), after.asked(), ceilings);
        Archive.Reading reading = archive.open(reader(before, after), scope(one));
        Unfinished.Run run = unfinished.run(one.id());
        Tally tally = analysis.empty();
        Optional<Unfinished.Mark> begun = run.resume(tally);
        Notes notes = new Notes(one.id(), reading.entries(), run, tally.cases);
        Optional<ImpactReport> report = analysis.of(
                reading.stretches(begun.map(Unfinished.Mark::last).orElse(null)), reading::batch, tally, notes::goOn);
        if (report.isPresent()) {
            store.keep(one.id(), Json.write(report.get()));
            // What was erased while this ran: whoever erased did not see this report yet.
            store.revise(one.id(), text -> without(store.forgotten(), text));
            store.progress(one.id(), reading.entries(), reading.entries(), now());
            unfinished.drop(one.id());
            store.end(one.id(), State.DONE, null, now());
        } else if (!closing) {
            unfinished.drop(one.id());
        }
    }

    private static Archive.Scope scope(Analysis one) {
        return new Archive.Scope(one.filter(), one.until(), one.lookBack() ? one.candidate() : null);
    }

    /** Factors are only ever added, so of two catalogues the larger one reads what either rule set recorded. */
    private static AssessmentReader reader(CheckedRules before, CheckedRules after) {
        boolean more = after.catalogue().factors().size()
                > before.catalogue().factors().size();
        return new AssessmentReader(more ? after.catalogue() : before.catalogue());
    }

    private CheckedRules rules(String hash) {
        RuleFiles files = versions.apply(hash)
                .orElseThrow(() -> new IllegalStateException("the files of the rule set " + hash + " are lost"));
        try {
            return RuleSetReader.check(files);
        } catch (RuleSetRejected rejected) {
            throw new IllegalStateException(rejected.describe(), rejected);
        }
    }

    /** Notes now and then how far one analysis is and what it found, and hears whether it still runs. */
    private final class Notes {

        private final String id;
        private final long total;
        private final Unfinished.Run run;
        private long kept;
        private Instant noted = Instant.EPOCH;

        /**
         * @param kept of how many cases it is kept what was found on them
         */
        Notes(String id, long total, Unfinished.Run run, long kept) {
            this.id = id;
            this.total = total;
            this.run = run;
            this.kept = kept;
        }

        boolean goOn(TrailWalk.Stretch stretch, Tally tally) {
            if (closing) {
                return false;
            }
            if (tally.cases - kept >= keptEvery) {
                kept = tally.cases;
                run.keep(tally, new Unfinished.Mark(stretch.last(), stretch.end()));
            }
            Instant now = now();
            if (noted.plus(NOTED_EVERY).isAfter(now)) {
                return true;
            }
            noted = now;
            return store.progress(id, stretch.end(), total, now);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Stops what runs here; it stays `running` in the store, and is taken up again by whoever serves next. */
    @Override
    public void close() {
        closing = true;
        queue.shutdownNow();
    }
}
