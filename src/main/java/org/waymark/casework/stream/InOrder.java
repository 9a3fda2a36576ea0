package org.waymark.casework.stream;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Does work on a few threads, and what has the same key in the order in which it was given. No more than a set number
 * of pieces wait at a time: whoever gives one more waits with them.
 */
public final class InOrder implements AutoCloseable {

    private final List<ThreadPoolExecutor> strands;

    /**
     * @param name of its threads
     * @param threads how many pieces are worked on at once, at most
     * @param waiting how many pieces wait for each thread, at most
     */
    public InOrder(String name, int threads, int waiting) {
        this.strands = IntStream.range(0, threads)
                .mapToObj(number -> strand(name + "-" + number, waiting))
                .toList();
    }

    private static ThreadPoolExecutor strand(String name, int waiting) {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                },
                InOrder::waitForRoom);
    }

    /** The queue is full: whoever gives the piece waits for room, and so slows down what it comes from. */
    private static void waitForRoom(Runnable piece, ThreadPoolExecutor strand) {
        try {
            boolean taken = false;
            while (!taken) {
                if (strand.isShutdown()) {
                    throw new IllegalStateException("no more work is taken");
                }
                taken = strand.getQueue().offer(piece, 1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for room", e);
        }
    }

    /**
     * Gives a piece of work; waits where too much is waiting already.
     *
     * @return what comes of it; fails as the work fails
     * @throws IllegalStateException once this is closed, or where the caller is interrupted: then it is not done
     */
    public <T> CompletableFuture<T> give(Object key, Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        strands.get(Math.floorMod(key.hashCode(), strands.size())).execute(() -> run(work, result));
        return result;
    }

    private static <T> void run(Callable<T> work, CompletableFuture<T> result) {
        try {
            result.complete(work.call());
        } catch (Throwable failure) {
            result.completeExceptionally(failure);
        }
    }

    /** Takes no more; what was given before is still done. */
    @Override
    public void close() {
        strands.forEach(ThreadPoolExecutor::shutdown);
    }

    /**
     * Waits until all is done that was given before the close.
     *
     * @return false where it is not done in that time
     */
    public boolean awaitEnd(long seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (ThreadPoolExecutor strand : strands) {
            if (!strand.awaitTermination(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        return true;
    }
}
