package org.waymark.trail.proof;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.assessment.Json;
import org.waymark.trail.TrailUnavailable;
import org.waymark.trail.sealing.Sealing;

/**
 * Verifies everything that is recorded, on the server, in the background: the whole log goes through what verifies an
 * export, without a file between. One at a time on each node, which shows its own last one. Whoever does not trust the
 * operator verifies an export on a machine of their own.
 */
public final class Verifications implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);
    private static final int BUFFER = 1 << 20;
    private static final int MOST_SHOWN = 100;

    private final TrailExport exports;
    private final Sealing sealing;
    private final RuleSetHash hash;
    private final Clock clock;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "waymark-verify");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });
    private @Nullable Run latest;

    Verifications(TrailExport exports, Sealing sealing, RuleSetHash hash, Clock clock) {
        this.exports = exports;
        this.sealing = sealing;
        this.hash = hash;
        this.clock = clock;
    }

    /** One verification, as it goes and as it ended. */
    private static final class Run {

        private final String by;
        private final Instant startedAt;
        private final long entries;
        private final AtomicLong lines = new AtomicLong();
        private volatile @Nullable Instant endedAt;
        private volatile @Nullable Report report;
        private volatile @Nullable String fault;

        Run(String by, Instant startedAt, long entries) {
            this.by = by;
            this.startedAt = startedAt;
            this.entries = entries;
        }

        boolean running() {
            return endedAt == null;
        }
    }

    /** Starts one, unless one runs; either way the JSON of the one that runs. */
    public synchronized String start(String by) {
        if (latest == null || !latest.running()) {
            Optional<TrailExport.Ready> log = exports.wholeLog();
            Run run = new Run(by, now(), log.isPresent() ? sealing.size() : 0);
            latest = run;
            threads.execute(() -> verify(run, log));
        }
        return shown(latest);
    }

    /** The JSON of the last one on this node; nothing where there was none since it started. */
    public synchronized Optional<String> latest() {
        return Optional.ofNullable(latest).map(Verifications::shown);
    }

    private void verify(Run run, Optional<TrailExport.Ready> log) {
        try {
            if (log.isPresent()) {
                run.report = piped(run, log.get());
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("What is recorded could not be verified to the end: {}", e.toString());
            run.fault = "it could not be read to the end; the service's log says why";
        }
        Report report = run.report;
        if (report != null && !report.verified() && run.fault == null) {
            LOG.error(
                    "What is recorded does not verify: {} faults, the first: {}",
                    report.faults().size(),
                    report.faults().get(0));
        }
        run.endedAt = now();
    }

    private Report piped(Run run, TrailExport.Ready log) throws IOException {
        // What verifies trusts the key that this node signs with, and those it took over from.
        Anchor anchor = new Anchor(sealing.keys(), List.of(), List.of());
        try (PipedInputStream in = new PipedInputStream(BUFFER)) {
            PipedOutputStream out = new PipedOutputStream(in);
            threads.execute(() -> {
                try (out) {
                    write(run, log, out);
                } catch (IOException | RuntimeException e) {
                    // The file then has no last line, which is told as a fault.
                    LOG.warn("The log could not be read to its end: {}", e.toString());
                }
            });
            return new Verification(anchor, hash).of(new Counting(in, run.lines));
        }
    }

    /** What cannot be read now is not told as if somebody had cut it short: it is said before the reader sees the end. */
    private static void write(Run run, TrailExport.Ready log, PipedOutputStream out) throws IOException {
        try {
            log.writeTo(out);
        } catch (TrailUnavailable e) {
            LOG.warn("The log could not be read to its end: {}", e.toString());
            run.fault = "it could not be read to its end: " + e.getMessage();
        }
    }

    private static String shown(Run run) {
        Map<String, Object> shown = new LinkedHashMap<>();
        Report report = run.report;
        shown.put("state", run.running() ? "running" : run.fault != null ? "failed" : "done");
        shown.put("startedBy", run.by);
        shown.put("startedAt", run.startedAt);
        shown.put("endedAt", run.endedAt);
        shown.put("entries", run.entries);
        shown.put("linesRead", run.lines.get());
        shown.put("fault", run.fault);
        shown.put("verified", report == null ? null : report.verified());
        shown.put(
                "faults",
                report == null
                        ? List.of()
                        : report.faults().stream()
                                .limit(MOST_SHOWN)
                                .map(LineFault::toString)
                                .toList());
        shown.put("checked", report == null ? List.of() : report.checked());
        return Json.write(shown);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Counts the lines that pass. */
    private static final class Counting extends FilterInputStream {

        private final AtomicLong lines;

        Counting(InputStream in, AtomicLong lines) {
            super(in);
            this.lines = lines;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one == '\n' ? 1 : 0);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            int found = 0;
            for (int i = offset; i < offset + read; i++) {
                found += bytes[i] == '\n' ? 1 : 0;
            }
            count(found);
            return read;
        }

        private void count(int found) {
            lines.addAndGet(found);
        }
    }
}
