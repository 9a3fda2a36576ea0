package org.waymark.policy.impact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.waymark.assessment.Factor;
import org.waymark.assessment.PersonKey;
import org.waymark.policy.impact.ImpactReport.AreaWeek;
import org.waymark.policy.impact.ImpactReport.Named;
import org.waymark.policy.impact.ImpactReport.RuleShare;
import org.waymark.screening.Screener;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.RuleSet;
import org.waymark.trail.Pseudonyms;

/**
 * Asks every case twice, under the rules in force and under a candidate. Neither needs to be compiled: what a rule set
 * asked by its tree gives is held equal to what the engine gives by tests of its own.
 */
public final class ImpactAnalysis {

    /** Cases a task, where they come singly: enough that handing them over costs nothing beside asking them. */
    private static final int CHUNK = 64;

    /** Tasks ahead of each processor: what is asked and not yet added up stays small, however many cases there are. */
    private static final int AHEAD = 4;

    /** Hears how far it is, and may stop it. */
    @FunctionalInterface
    public interface Progress {

        /** For whoever just waits. */
        Progress UNWATCHED = done -> true;

        /**
         * Called by one thread, after each few cases.
         *
         * @param done how many cases were asked so far
         * @return whether to go on
         */
        boolean goOn(long done);
    }

    private final RuleSet inForce;
    private final RuleSet candidate;
    private final Ceilings ceilings;
    private final Function<PersonKey, String> marks;
    private final Screener before;
    private final Screener after;

    /**
     * @throws IllegalArgumentException where the candidate lacks factors of the rules in force, as recorded contacts
     *     may speak of them
     */
    public ImpactAnalysis(RuleSet inForce, RuleSet candidate, Ceilings ceilings) {
        this(ceilings, inForce, candidate, key -> key.area() + "/" + key.reference());
        requireFactors(inForce, candidate);
    }

    /** The same, of what is recorded. What it finds names nobody but by pseudonyms, the rows of changed cases apart. */
    static ImpactAnalysis ofRecorded(RuleSet inForce, RuleSet candidate, Ceilings ceilings, Pseudonyms pseudonyms) {
        requireFactors(inForce, candidate);
        return new ImpactAnalysis(ceilings, inForce, candidate, marks(pseudonyms));
    }

    /**
     * One that looks back from a rule set that is in force, to the one before it. It may be an earlier one that knows
     * fewer factors; what was said of the others then decides nothing, as in a screening today.
     */
    static ImpactAnalysis lookingBack(RuleSet before, RuleSet now, Pseudonyms pseudonyms) {
        return new ImpactAnalysis(Ceilings.NONE, before, now, marks(pseudonyms));
    }

    private static Function<PersonKey, String> marks(Pseudonyms pseudonyms) {
        return key -> pseudonyms.person(key.area(), key.reference()).pseudonym();
    }

    private ImpactAnalysis(Ceilings ceilings, RuleSet inForce, RuleSet candidate, Function<PersonKey, String> marks) {
        this.inForce = inForce;
        this.candidate = candidate;
        this.ceilings = ceilings;
        this.marks = marks;
        this.before = new Screener(inForce);
        this.after = new Screener(candidate);
    }

    private static void requireFactors(RuleSet inForce, RuleSet candidate) {
        List<String> lost = inForce.catalogue().factors().stream()
                .map(Factor::id)
                .filter(id -> candidate.catalogue().factor(id).isEmpty())
                .map(id -> "`" + id + "`")
                .toList();
        if (!lost.isEmpty()) {
            throw new IllegalArgumentException("the candidate has no factor " + String.join(", ", lost)
                    + ", of which recorded contacts may speak; a factor is never removed: put it back in"
                    + " `factors.csv`, no rule has to ask about it");
        }
    }

    /** Cases that are asked by one thread, one after the other. */
    record Batch(List<ImpactCase> cases, LaterContacts later) {}

    /**
     * Asks these cases, on every processor.
     *
     * @return the report, or nothing where it was stopped
     */
    public Optional<ImpactReport> of(Stream<ImpactCase> cases, Progress progress) {
        int processors = Runtime.getRuntime().availableProcessors();
        ExecutorService workers = Executors.newFixedThreadPool(processors, task -> {
            Thread thread = new Thread(task, "impact");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return new Running(workers, processors * AHEAD, progress).all(chunks(cases.iterator()));
        } finally {
            workers.shutdownNow();
        }
    }

    private static Iterator<List<ImpactCase>> chunks(Iterator<ImpactCase> cases) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cases.hasNext();
            }

            @Override
            public List<ImpactCase> next() {
                List<ImpactCase> chunk = new ArrayList<>(CHUNK);
                do {
                    chunk.add(cases.next());
                } while (chunk.size() < CHUNK && cases.hasNext());
                return chunk;
            }
        };
    }

    private static Batch batch(List<ImpactCase> cases) {
        LaterContacts later = new LaterContacts();
        cases.forEach(one -> later.note(one.assessment(), one.history()));
        return new Batch(cases, later);
    }

    /** One run: chunks are handed out by the caller's thread, asked by the workers, and added up by the caller's again. */
    private final class Running {

        private final ExecutorService workers;
        private final int most;
        private final Progress progress;
        private final Tally total = empty();
        private final Queue<Future<Tally>> pending = new ArrayDeque<>();

        Running(ExecutorService workers, int most, Progress progress) {
            this.workers = workers;
            this.most = most;
            this.progress = progress;
        }

        Optional<ImpactReport> all(Iterator<List<ImpactCase>> chunks) {
            while (chunks.hasNext()) {
                List<ImpactCase> chunk = chunks.next();
                pending.add(workers.submit(() -> {
                    Tally tally = empty();
                    ask(batch(chunk), tally);
                    return tally;
                }));
                if (pending.size() >= most && !takeOne()) {
                    return Optional.empty();
                }
            }
            while (!pending.isEmpty()) {
                if (!takeOne()) {
                    return Optional.empty();
                }
            }
            return Optional.of(report(total));
        }

        private boolean takeOne() {
            total.add(await(pending.remove()));
            return progress.goOn(total.cases);
        }
    }

    private static Tally await(Future<Tally> task) {
        try {
            return task.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the analysis was interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a case could not be asked: " + failed.getCause(), failed);
        }
    }

    /** Nothing found so far. */
    Tally empty() {
        return new Tally(inForce.manifest(), candidate.manifest(), marks);
    }

    /** Asks cases, and adds what comes out. Where both rule sets are one, each is asked once. */
    void ask(Batch batch, Tally into) {
        into.add(batch.later());
        boolean one = inForce.hash().equals(candidate.hash());
        for (ImpactCase recorded : batch.cases()) {
            Result was = result(before, recorded);
            into.add(recorded, was, one ? was : result(after, recorded));
        }
    }

    private static Result result(Screener screener, ImpactCase one) {
        return Result.of(
                screener.pass(one.assessment(), one.history()),
                screener.ruleSet().manifest());
    }

    /** What it comes to. */
    ImpactReport report(Tally tally) {
        List<AreaWeek> areaWeeks = tally.areaWeeks();
        return new ImpactReport(
                new Named(inForce.name(), inForce.hash()),
                new Named(candidate.name(), candidate.hash()),
                tally.totals(),
                tally.matrix(),
                tally.changed(),
                tally.beside(),
                shares(tally),
                tally.weeks(),
                areaWeeks,
                tally.groups(),
                ceilings.passed(areaWeeks));
    }

    /** Every line of either rule set, those that never fire too, and the guards that fired. */
    private List<RuleShare> shares(Tally tally) {
        Map<String, String> titles = new TreeMap<>();
        tally.firedLines().forEach(line -> titles.put(line, "holds in every rule set"));
        inForce.rules().forEach(rule -> titles.put(rule.id(), rule.title()));
        for (Rule rule : candidate.rules()) {
            titles.put(rule.id(), rule.title());
        }
        List<RuleShare> shares = new ArrayList<>();
        titles.forEach((line, title) ->
                shares.add(new RuleShare(line, title, tally.fired(line, false), tally.fired(line, true))));
        return shares;
    }
}
