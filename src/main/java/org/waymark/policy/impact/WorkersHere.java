package org.waymark.policy.impact;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Does pieces on every processor of this machine. */
final class WorkersHere implements Workers {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /** Pieces ahead of each processor, so that none waits while the first is added up. */
    private static final int AHEAD = 4;

    private final Consumer<Piece> doing;
    private final ExecutorService threads = Executors.newFixedThreadPool(PROCESSORS, task -> {
        Thread thread = new Thread(task, "rescreening");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param doing does a piece and keeps what it finds
     */
    WorkersHere(Consumer<Piece> doing) {
        this.doing = doing;
    }

    @Override
    public int ahead() {
        return PROCESSORS * AHEAD;
    }

    @Override
    public Work hand(Piece piece) {
        Future<?> done = threads.submit(() -> doing.accept(piece));
        return millis -> isDone(done, millis);
    }

    private static boolean isDone(Future<?> done, long millis) throws InterruptedException {
        try {
            done.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a case could not be asked: " + failed.getCause(), failed);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
