package org.waymark.service;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A case system that pushes one assessment after another, at a steady pace, until it is told to stop or has sent enough. */
final class Pushing implements AutoCloseable {

    private static final int MOST = 400;
    private static final int PAUSE_MILLISECONDS = 8;

    private final Thread thread;
    private volatile boolean stopped;

    Pushing(SentCases sent, Supplier<Case> next) {
        this.thread = new Thread(() -> push(sent, next), "pushing");
        thread.start();
    }

    private void push(SentCases sent, Supplier<Case> next) {
        for (int number = 0; number < MOST && !stopped; number++) {
            sent.send(next.get());
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Stops; what was sent stays sent. */
    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
    }
}
