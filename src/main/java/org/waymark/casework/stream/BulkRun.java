package org.waymark.casework.stream;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.waymark.access.Caller;
import org.waymark.assessment.AssessmentReader;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.problem.ProblemKind;
import org.waymark.ruleset.RuleSetInForce.NoRuleSet;
import org.waymark.trail.TrailUnavailable;

/** One run of lines from a source to their answers: one thread takes lines, another gives answers. */
final class BulkRun {

    /** What is under way at most: so many lines, and so many bytes of them. */
    static final int MOST_LINES = 64;

    private static final int MOST_BYTES = 4 * NdjsonLines.MOST_BYTES;

    /** A line under way, and what comes of it. */
    private record Pending(Line line, int bytes, CompletableFuture<Submitted> result) {}

    private static final Pending NO_MORE = new Pending(Line.of(0, new byte[0]), 0, new CompletableFuture<>());

    private final Submissions submissions;
    private final InOrder workers;
    private final Accounts accounts;
    private final Caller caller;
    private final LineSink sink;
    private final BooleanSupplier stopping;

    private final BlockingQueue<Pending> pending = new LinkedBlockingQueue<>();
    private final Semaphore lines = new Semaphore(MOST_LINES);
    private final Semaphore bytes = new Semaphore(MOST_BYTES);

    /** The first line that cannot be recorded now: those behind it are left alone. */
    private final AtomicLong stopAt = new AtomicLong(Long.MAX_VALUE);

    private volatile @Nullable Ending early;
    private volatile @Nullable Throwable deaf;

    /** @param stopping whether no more lines are to be taken */
    BulkRun(
            Submissions submissions,
            InOrder workers,
            Accounts accounts,
            Caller caller,
            LineSink sink,
            BooleanSupplier stopping) {
        this.submissions = submissions;
        this.workers = workers;
        this.accounts = accounts;
        this.caller = caller;
        this.sink = sink;
        this.stopping = stopping;
    }

    Ending run(LineSource source) throws IOException, InterruptedException {
        Thread answering = new Thread(this::answerAll, "bulk-answers");
        answering.setDaemon(true);
        answering.start();
        Ending taken;
        try {
            taken = takeAll(source);
        } finally {
            pending.add(NO_MORE);
            answering.join();
        }
        requireHeard();
        Ending first = early;
        return first == null ? taken : first;
    }

    private void requireHeard() throws IOException {
        Throwable why = deaf;
        if (why instanceof IOException gone) {
            throw gone;
        } else if (why != null) {
            throw new IllegalStateException("the answers cannot be given", why);
        }
    }

    private Ending takeAll(LineSource source) throws InterruptedException {
        try {
            while (early == null && deaf == null && stopAt.get() == Long.MAX_VALUE) {
                if (stopping.getAsBoolean()) {
                    return new Ending(source.nextNumber(), Optional.of(Endings.stopped()));
                }
                Optional<Line> line = source.next();
                if (line.isEmpty()) {
                    return new Ending(source.nextNumber(), Optional.empty());
                }
                take(line.get());
            }
            return new Ending(source.nextNumber(), Optional.of(Endings.stopped()));
        } catch (IOException brokenOff) {
            return new Ending(source.nextNumber(), Optional.of(Endings.brokenOff(brokenOff)));
        }
    }

    /** Waits where too much is under way already. */
    private void take(Line line) throws InterruptedException {
        int size = line.body().length;
        lines.acquire();
        bytes.acquire(size);
        pending.add(new Pending(line, size, begun(line)));
    }

    private CompletableFuture<Submitted> begun(Line line) {
        if (line.refused().isPresent()) {
            return CompletableFuture.completedFuture(
                    new Submitted.Refused(line.refused().get()));
        }
        Object key = AssessmentReader.personOf(line.body())
                .<Object>map(person -> person)
                .orElse(line.number());
        try {
            return workers.give(key, () -> submitted(line));
        } catch (IllegalStateException closed) {
            return CompletableFuture.failedFuture(new Endings.Over());
        }
    }

    private Submitted submitted(Line line) {
        if (line.number() > stopAt.get() || deaf != null) {
            throw new Endings.Over();
        }
        try {
            return submissions.submit(line.body(), caller);
        } catch (TrailUnavailable | NoRuleSet | Error notNow) {
            stopAt.accumulateAndGet(line.number(), Math::min);
            throw notNow;
        }
    }

    private void answerAll() {
        try {
            for (Pending next = pending.take(); next != NO_MORE; next = pending.take()) {
                answer(next);
                lines.release();
                bytes.release(next.bytes());
            }
        } catch (InterruptedException nobodyDoesThat) {
            deaf = nobodyDoesThat;
        }
    }

    /** The one place where a line gets its answer. Once one could not be recorded, those behind it get none. */
    private void answer(Pending next) {
        if (early != null || deaf != null) {
            leftAlone(next);
            return;
        }
        Submitted what = awaited(next);
        try {
            sink.answer(new LineAnswer(next.line().number(), what));
            accounts.acknowledged(decisions(what));
        } catch (IOException | RuntimeException | Error gone) {
            accounts.notAcknowledged(decisions(what));
            deaf = gone;
            return;
        }
        if (!moreIsReady()) {
            flush();
        }
    }

    private void flush() {
        try {
            sink.flush();
        } catch (IOException | RuntimeException | Error gone) {
            deaf = gone;
        }
    }

    private void leftAlone(Pending next) {
        next.result()
                .thenAccept(what -> accounts.notAcknowledged(decisions(what)))
                .handle((done, failed) -> done)
                .join();
    }

    private static int decisions(Submitted what) {
        return what instanceof Submitted.Recorded ? 1 : 0;
    }

    private boolean moreIsReady() {
        Pending next = pending.peek();
        return next != null && next != NO_MORE && next.result().isDone();
    }

    private Submitted awaited(Pending next) {
        try {
            return next.result().join();
        } catch (CompletionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            Problem problem = Endings.problem(cause);
            if (problem.kind().status() == ProblemKind.UNAVAILABLE.status() || cause instanceof Error) {
                early = new Ending(next.line().number(), Optional.of(problem));
            }
            return new Submitted.Refused(problem);
        }
    }
}
