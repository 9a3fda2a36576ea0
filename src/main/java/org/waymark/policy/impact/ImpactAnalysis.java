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
import org.waymark.policy.impact.ImpactReport.AreaWeek;
import org.waymark.policy.impact.ImpactReport.Named;
import org.waymark.policy.impact.ImpactReport.RuleShare;
import org.waymark.screening.Screener;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.RuleSet;

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
    private final Screener before;
    private final Screener after;

    /**
     * @throws IllegalArgumentException where the candidate lacks factors of the rules in force, as recorded contacts
     *     may speak of them
     */
    public ImpactAnalysis(RuleSet inForce, RuleSet candidate, Ceilings ceilings) {
        this(ceilings, inForce, candidate);
        requireFactors(inForce, candidate);
    }

    /**
     * One that looks back from a rule set that is in force, to the one before it. It may be an earlier one that knows
     * fewer factors; what was said of the others then decides nothing, as in a screening today.
     */
    static ImpactAnalysis lookingBack(RuleSet before, RuleSet now) {
        return new ImpactAnalysis(Ceilings.NONE, before, now);
    }

    private ImpactAnalysis(Ceilings ceilings, RuleSet inForce, RuleSet candidate) {
        this.inForce = inForce;
        this.candidate = candidate;
        this.ceilings = ceilings;
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

    /** Hears of each piece that was added up, in order, and may stop the analysis. */
    @FunctionalInterface
    interface Watch<P> {

        /**
         * Called by one thread.
         *
         * @param piece the last that is in the total, as all before it are
         * @param total what was found so far; not to be changed
         * @return whether to go on
         */
        boolean goOn(P piece, Tally total);
    }

    /** Cases that are asked by one thread, one after the other. */
    record Batch(List<ImpactCase> cases, LaterContacts later) {}

    /**
     * Asks these cases, on every processor.
     *
     * @return the report, or nothing where it was stopped
     */
    public Optional<ImpactReport> of(Stream<ImpactCase> cases, Progress progress) {
        return of(
                chunks(cases.iterator()), ImpactAnalysis::batch, empty(), (chunk, total) -> progress.goOn(total.cases));
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

    /**
     * Makes cases of pieces and asks them, both on every processor; adds them up in the order of the pieces.
     *
     * @param begun what was found already, on pieces that are not among these; is added to
     * @return the report of all, or nothing where it was stopped
     */
    <P> Optional<ImpactReport> of(Iterator<P> pieces, Function<P, Batch> cases, Tally begun, Watch<P> watch) {
        int processors = Runtime.getRuntime().availableProcessors();
        ExecutorService workers = Executors.newFixedThreadPool(processors, task -> {
            Thread thread = new Thread(task, "impact");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return new Running<>(workers, processors * AHEAD, cases, begun, watch).all(pieces);
        } finally {
            workers.shutdownNow();
        }
    }

    /** One run: pieces are handed out by the caller's thread, asked by the workers, and added up by the caller's again. */
    private final class Running<P> {

        private record Pending<P>(P piece, Future<Tally> tally) {}

        private final ExecutorService workers;
        private final int most;
        private final Function<P, Batch> cases;
        private final Tally total;
        private final Watch<P> watch;
        private final Queue<Pending<P>> pending = new ArrayDeque<>();

        Running(ExecutorService workers, int most, Function<P, Batch> cases, Tally total, Watch<P> watch) {
            this.workers = workers;
            this.most = most;
            this.cases = cases;
            this.total = total;
            this.watch = watch;
        }

        Optional<ImpactReport> all(Iterator<P> pieces) {
            while (pieces.hasNext()) {
                P piece = pieces.next();
                pending.add(new Pending<>(piece, workers.submit(() -> ask(cases.apply(piece)))));
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
            Pending<P> next = pending.remove();
            total.add(await(next.tally()));
            return watch.goOn(next.piece(), total);
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
        return new Tally(inForce.manifest(), candidate.manifest());
    }

    private Tally ask(Batch batch) {
        Tally tally = empty();
        tally.add(batch.later());
        for (ImpactCase one : batch.cases()) {
            Result was = Result.of(before.pass(one.assessment(), one.history()), inForce.manifest());
            Result is = Result.of(after.pass(one.assessment(), one.history()), candidate.manifest());
            tally.add(one, was, is);
        }
        return tally;
    }

    private ImpactReport report(Tally tally) {
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
