package org.waymark.cli.load;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far a load is: a bar on a terminal, a line now and then elsewhere. */
final class Display implements AutoCloseable {

    private static final long KIBIBYTE = 1024;
    private static final long NANOS_BETWEEN = TimeUnit.SECONDS.toNanos(10);
    private static final int SECONDS_A_MINUTE = 60;
    private static final int LONGEST_NAME = 16;

    private final InputFile file;
    private final PrintWriter err;
    private final @Nullable ProgressBar bar;
    private final long startedAt = System.nanoTime();
    private final long before;
    private long toldAt = startedAt;
    private boolean closed;

    /**
     * @param terminal that somebody sits before, null where nobody does
     * @param before how many lines were done before it started
     */
    Display(InputFile file, PrintWriter err, @Nullable PrintStream terminal, long before) {
        this.file = file;
        this.err = err;
        this.before = before;
        this.bar = terminal != null
                ? new ProgressBarBuilder()
                        .setTaskName(brief(String.valueOf(file.path().getFileName())))
                        .setInitialMax(Math.max(1, file.size()))
                        .setUnit(" KiB", KIBIBYTE)
                        .setStyle(ProgressBarStyle.ASCII)
                        .hideEta()
                        .setConsumer(new ConsoleProgressBarConsumer(terminal))
                        .build()
                : null;
    }

    void show(Progress progress) {
        long now = System.nanoTime();
        if (bar != null) {
            bar.stepTo(file.read());
            bar.setExtraMessage(" " + brief(progress, now));
        } else if (now - toldAt >= NANOS_BETWEEN) {
            toldAt = now;
            err.println(file.path() + ": " + told(progress, now));
            err.flush();
        }
    }

    private String told(Progress progress, long now) {
        return String.format(
                Locale.UK,
                "%,d lines, %,d a second, %d%% read, about %s left%s",
                progress.answered(),
                rate(progress, now),
                Math.round(share() * 100),
                left(now),
                rejected(progress));
    }

    /** Beside a bar on a terminal of eighty columns there is room for so much: what is asked first comes first. */
    private String brief(Progress progress, long now) {
        return String.format(Locale.UK, "%s left, %,d/s%s", left(now), rate(progress, now), rejected(progress));
    }

    private static String brief(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "\u2026";
    }

    private static String rejected(Progress progress) {
        return progress.rejections() == 0 ? "" : String.format(Locale.UK, ", %,d rejected", progress.rejections());
    }

    private long rate(Progress progress, long now) {
        return Math.round((progress.answered() - before) / seconds(now));
    }

    /** What is read ahead of the answers is a few lines only, so the share that is read is the share that is done. */
    private double share() {
        return (double) file.read() / Math.max(1, file.size());
    }

    private String left(long now) {
        return duration(Math.round(seconds(now) * (1 - share()) / Math.max(share(), 0.0001)));
    }

    private double seconds(long now) {
        return Math.max(0.001, (now - startedAt) / (double) TimeUnit.SECONDS.toNanos(1));
    }

    static String duration(long seconds) {
        if (seconds < SECONDS_A_MINUTE) {
            return seconds + " s";
        }
        long minutes = seconds / SECONDS_A_MINUTE;
        return minutes < SECONDS_A_MINUTE
                ? minutes + " min"
                : minutes / SECONDS_A_MINUTE + " h " + minutes % SECONDS_A_MINUTE + " min";
    }

    /** Once: a bar that is closed again is drawn again, below what was told after it. */
    @Override
    public void close() {
        if (bar != null && !closed) {
            closed = true;
            bar.close();
        }
    }
}
