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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Impact analyses over what is recorded, one after the other in the background. Each is stored with how far it is, and
 * its report when it is done. One whose node was stopped is started again, from the beginning: what was counted until
 * then is nowhere kept.
 */
public final class ImpactAnalyses implements Impact, Forgets, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImpactAnalyses.class);

    /** How often a running analysis notes how far it is, and looks whether it was cancelled. */
    private static final Duration NOTED_EVERY = Duration.ofMillis(500);

    /** After so long without a note nobody runs it. */
    static final Duration ABANDONED_AFTER = Duration.ofSeconds(30);

    private final AnalysisStore store;
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
     * @param versions the files of each version of the rules, by hash
     */
    ImpactAnalyses(
            AnalysisStore store,
            Archive archive,
            Function<String, Optional<RuleFiles>> versions,
            RuleSetInForce inForce,
            Pseudonyms pseudonyms,
            Ceilings ceilings,
            Clock clock) {
        this.store = store;
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
        Analysis analysis = new Analysis(
                UUID.randomUUID().toString(),
                by,
                now(),
                candidate,
                inForce.require(area == null ? RuleSetInForce.EVERYWHERE : area)
                        .ruleSet()
                        .hash(),
                filter.leavingOut(others),
                State.RUNNING,
                0,
                0,
                null,
                null);
        store.add(analysis);
        enqueue(analysis);
        return Optional.of(analysis);
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
     * The look-back of an activation: open decisions that the version of a finished analysis would make higher.
     *
     * @param activatedAt when it came into force, from which the reviews are due
     */
    public List<ReviewRecommendation> reviews(String id, Instant activatedAt) {
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

    /** Takes up, from the beginning, what runs nowhere any more. Called again and again, on every node. */
    public void resume() {
        Instant since = now().minus(ABANDONED_AFTER);
        for (Analysis one : store.abandoned(since)) {
            if (!isOwn(one) && store.claim(one.id(), since, now())) {
                LOG.info("Impact analysis {} is taken up again, from the beginning", one.id());
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
        } catch (RuntimeException unreachable) {
            LOG.error("Nor could it be noted; it will be taken up again", unreachable);
        }
    }

    private void analyse(Analysis one) {
        if (closing || !store.progress(one.id(), 0, 0, now())) {
            return;
        }
        CheckedRules before = rules(one.against());
        CheckedRules after = rules(one.candidate());
        ImpactAnalysis analysis = new ImpactAnalysis(before.asked(), after.asked(), ceilings);
        Archive.Reading reading = archive.open(new AssessmentReader(before.catalogue()), one.filter());
        Notes notes = new Notes(one.id(), reading.entries());
        Optional<ImpactReport> report = analysis.of(reading.cases(notes::goOn), done -> !closing);
        if (report.isPresent() && !reading.wasStopped()) {
            store.keep(one.id(), Json.write(report.get()));
            // What was erased while this ran: whoever erased did not see this report yet.
            store.revise(one.id(), text -> without(store.forgotten(), text));
            store.progress(one.id(), reading.entries(), reading.entries(), now());
            store.end(one.id(), State.DONE, null, now());
        }
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
            Instant now = now();
            if (!closing && noted.plus(NOTED_EVERY).isAfter(now)) {
                return true;
            }
            noted = now;
            return !closing && store.progress(id, done, total, now);
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
