package org.waymark.casework.stream;

import java.io.IOException;
import org.springframework.context.SmartLifecycle;
import org.waymark.access.Caller;

/**
 * Many assessments in one go: lines in, answers out. Lines about one young person are worked on in their order, others
 * side by side; answers come in the order of the lines. Only so many lines are under way at a time, so that memory stays
 * flat however many there are.
 */
public final class Bulk implements SmartLifecycle {

    /** What is begun is brought to its end; more than this a durable write does not take. */
    private static final long SECONDS_TO_END = 20;

    /** So many lines wait for each thread, at most. */
    private static final int WAITING = 8;

    private final Submissions submissions;
    private final Accounts accounts;
    private final int threads;
    private volatile InOrder workers;
    private volatile boolean running = true;

    /** @param threads how many lines are worked on at once, over all runs */
    public Bulk(Submissions submissions, Accounts accounts, int threads) {
        this.submissions = submissions;
        this.accounts = accounts;
        this.threads = threads;
        this.workers = workers();
    }

    private InOrder workers() {
        return new InOrder("bulk", threads, WAITING);
    }

    /**
     * Takes lines until there are no more, until one cannot be recorded now, or until nobody hears the answers. When
     * this returns nothing of it is under way any more.
     *
     * @param caller who submits
     * @throws IOException where the answers can no longer be given: what was recorded stands
     */
    public Ending run(LineSource source, Caller caller, LineSink sink) throws IOException, InterruptedException {
        return new BulkRun(submissions, workers, accounts, caller, sink, () -> !running).run(source);
    }

    /** No run takes another line; each ends with the line at which to go on. */
    @Override
    public void stop() {
        running = false;
        workers.close();
        try {
            workers.awaitEnd(SECONDS_TO_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        // It is ready once it is made; where it was stopped, it begins anew.
        if (!running) {
            workers = workers();
            running = true;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** First of all: a server that stops waits for calls under way, and one with a million lines would not end. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
