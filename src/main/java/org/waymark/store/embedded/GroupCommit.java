package org.waymark.store.embedded;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a command only once all that it wrote or read is on disk.
 *
 * <p>INVARIANT: the store is never committed while a command runs, so no file ever holds a document without its index
 * entries; and no command returns before a commit that began after it has been forced to disk. Commands that wait at
 * the same time share one commit. After a commit that failed nothing is answered any more: what is in memory and what
 * is on disk may differ from then on.
 */
final class GroupCommit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private final MVStore store;
    private final FileGrowth growth;
    private final Thread committer = new Thread(this::commitUntilClosed, "waymark-store-commit");

    /** Commands pass it together; a commit passes it alone. */
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);

    /** How many writes have begun; moves only inside the gate. */
    private final AtomicLong begun = new AtomicLong();

    // What follows is guarded by this object.
    private long wanted;
    private long durable;
    private boolean closing;
    private @Nullable Throwable failure;

    GroupCommit(MVStore store, FileGrowth growth) {
        this.store = store;
        this.growth = growth;
        committer.setDaemon(true);
        committer.start();
    }

    /** Runs a command that may write; its answer, or its failure, comes when what it wrote is on disk. */
    <T> T write(Supplier<T> command) {
        return run(() -> {
            begun.incrementAndGet();
            return command.get();
        });
    }

    /** Runs a command that reads; its answer comes when what it can have read is on disk. */
    <T> T read(Supplier<T> command) {
        return run(command);
    }

    private <T> T run(Supplier<T> command) {
        gate.readLock().lock();
        try {
            return command.get();
        } finally {
            gate.readLock().unlock();
            // Also after a refusal: what a duplicate collided with must be on disk before anybody is told of it.
            awaitDurable(begun.get());
        }
    }

    private synchronized void awaitDurable(long ticket) {
        if (ticket > wanted) {
            wanted = ticket;
            notifyAll();
        }
        while (durable < ticket) {
            if (failure != null) {
                throw new IllegalStateException("the embedded store cannot write", failure);
            }
            pause();
        }
    }

    private void commitUntilClosed() {
        try {
            while (awaitWork()) {
                markDurable(commit());
            }
            fail(new IllegalStateException("closed"));
        } catch (RuntimeException | Error e) {
            LOG.error("The embedded store cannot write and answers nothing more; mend the cause and start again", e);
            fail(e);
        }
    }

    private synchronized boolean awaitWork() {
        while (wanted == durable && !closing) {
            pause();
        }
        return wanted > durable;
    }

    private long commit() {
        long covered;
        gate.writeLock().lock();
        try {
            covered = begun.get();
            growth.check();
            store.commit();
        } finally {
            gate.writeLock().unlock();
        }
        // Commit is silent on a store that was closed underneath, sync is not: it must be the last word.
        store.sync();
        return covered;
    }

    private synchronized void markDurable(long covered) {
        durable = covered;
        wanted = Math.max(wanted, covered);
        notifyAll();
    }

    private synchronized void fail(Throwable cause) {
        failure = cause;
        notifyAll();
    }

    /** Waits for the end: why nothing can be written any more, or nothing where it was closed in peace. */
    synchronized Optional<Throwable> awaitEnd() throws InterruptedException {
        while (failure == null) {
            wait();
        }
        return closing ? Optional.empty() : Optional.of(failure);
    }

    private void pause() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Commits what is still waited for and stops; whatever comes later fails. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        try {
            committer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
