package org.waymark.cli.load;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whoever interrupts the program waits until what is begun is recorded, and written down. */
final class Stop implements AutoCloseable {

    private static final long SECONDS = 60;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean wanted;

    private Stop() {}

    static Stop listening() {
        Stop stop = new Stop();
        Runtime.getRuntime().addShutdownHook(new Thread(stop::await, "load-stop"));
        return stop;
    }

    boolean wanted() {
        return wanted;
    }

    private void await() {
        wanted = true;
        try {
            ended.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
