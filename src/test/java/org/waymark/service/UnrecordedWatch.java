package org.waymark.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Looks all the time at the one figure that is always 0, on every node that answers. */
final class UnrecordedWatch implements AutoCloseable {

    private static final String FIGURE = "waymark_unrecorded_decisions ";

    private final Supplier<Collection<RunningService>> nodes;
    private final AtomicInteger looks = new AtomicInteger();
    private final List<String> seen = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    UnrecordedWatch(Supplier<Collection<RunningService>> nodes) {
        this.nodes = nodes;
        thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        for (RunningService node : nodes.get()) {
            try {
                node.get("auditor", "/actuator/prometheus")
                        .body()
                        .lines()
                        .filter(line -> line.startsWith(FIGURE))
                        .forEach(this::note);
            } catch (IOException killed) {
                // Another look is under way soon.
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized void note(String line) {
        looks.incrementAndGet();
        if (!line.equals(FIGURE + "0.0")) {
            seen.add(line);
        }
    }

    /** How often a node told the figure. */
    int looks() {
        return looks.get();
    }

    /** Where it was not 0. */
    synchronized List<String> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
