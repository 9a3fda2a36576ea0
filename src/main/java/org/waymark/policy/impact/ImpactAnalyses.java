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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.assessment.Json;
import org.waymark.policy.Impact;
import org.waymark.policy.impact.Analysis.State;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.trail.Erasure;
import org.waymark.trail.Forgets;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.TrailWalk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Impact analyses over what is recorded, one after the other in the background. Each is stored with how far it is, and
 * its report when it is done. It is cut into pieces, and what is found on each is kept until it ends, so that one whose
 * node was stopped goes on from there: it looks at what was recorded up to its start, whenever it looks and whoever does
 * the pieces, and ends with the same report to the byte.
 */
public final class ImpactAnalyses implements Impact, Forgets, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImpactAnalyses.class);

    /** How often a running analysis notes how far it is, and looks whether it was cancelled. */
    private static final Duration NOTED_EVERY = Duration.ofMillis(500);

    /** After so long without a note nobody runs it. */
    static final Duration ABANDONED_AFTER = Duration.ofSeconds(30);

    private final AnalysisStore store;
    private final Findings findings;
    private final Rescreening rescreening;
    private final Workers workers;
    private final int pieceEntries;
    private final Archive archive;
    private final RuleSetInForce inForce;
    private final Pseudonyms pseudonyms;
    private final Clock clock;
    private final Set<String> own = new TreeSet<>();
    private volatile boolean closing;
    private final ExecutorService queue = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "impact-analyses");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param workers do the pieces
     * @param pieceEntries how many entries a piece has, about
     */
    ImpactAnalyses(
            AnalysisStore store,
            Findings findings,
            Rescreening rescreening,
            Workers workers,
            int pieceEntries,
            Archive archive,
            RuleSetInForce inForce,
            Pseudonyms pseudonyms,
            Clock clock) {
        this.store = store;
        this.findings = findings;
        this.rescreening = rescreening;
        this.workers = workers;
        this.pieceEntries = pieceEntries;
        this.archive = archive;
        this.inForce = inForce;
        this.pseudonyms = pseudonyms;
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
        if (!rescreening.knows(candidate)) {
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
                                Json.read(report),
                                rescreening.rules(one.candidate()).workingDays(),
                                activatedAt)))
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
        rescreening.forget(one);
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
        sweep();
    }

    /** Takes away what was found for analyses that were ended while nobody led them, or that somebody found too late. */
    private void sweep() {
        for (String id : findings.analyses()) {
            if (store.find(id).filter(one -> one.state() == State.RUNNING).isEmpty()) {
                findings.drop(id);
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
            findings.drop(one.id());
        } catch (RuntimeException unreachable) {
            LOG.error("Nor could it be noted; it will be taken up again", unreachable);
        }
    }

    private void analyse(Analysis one) {
        if (closing || !store.progress(one.id(), one.done(), one.total(), now())) {
            return;
        }
        Rescreening.Asked asked = rescreening.asked(one);
        TrailWalk everybody = archive.everybody();
        // How it is cut stays as it was when it began, so that what was found already is found again.
        long total = one.total() > 0 ? one.total() : everybody.size();
        Notes notes = new Notes(one.id(), total);
        if (!notes.note(one.done())) {
            findings.drop(one.id());
            return;
        }
        Plan plan = new Plan(one.id(), Piece.count(total, pieceEntries), everybody.extents());
        Tally found = asked.questions().empty();
        if (new Leading(workers, findings, notes::goOn).all(plan, found)) {
            store.keep(one.id(), Json.write(asked.questions().report(found)));
            // What was erased while this ran: whoever erased did not see this report yet.
            store.revise(one.id(), text -> without(store.forgotten(), text));
            store.progress(one.id(), total, total, now());
            store.end(one.id(), State.DONE, null, now());
            findings.drop(one.id());
        } else if (!closing && !notes.note(0)) {
            findings.drop(one.id());
        }
    }

    /** Notes now and then how far one analysis is, and hears whether it still runs. */
    private final class Notes {

        private final String id;
        private final long total;
        private Instant noted = Instant.EPOCH;

        Notes(String id, long total) {
            this.id = id;
            this.total = total;
        }

        boolean goOn(long done) {
            if (closing) {
                return false;
            }
            return noted.plus(NOTED_EVERY).isAfter(now()) || note(done);
        }

        boolean note(long done) {
            noted = now();
            return store.progress(id, Math.min(done, total), total, noted);
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
        workers.close();
    }
}
