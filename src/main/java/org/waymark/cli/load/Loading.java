package org.waymark.cli.load;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.problem.ProblemKind;
import org.waymark.casework.stream.Ending;
import org.waymark.casework.stream.Line;
import org.waymark.casework.stream.LineAnswer;
import org.waymark.casework.stream.LineSink;
import org.waymark.casework.stream.LineSource;
import org.waymark.casework.stream.Submitted.Recorded;
import org.waymark.casework.stream.Submitted.Refused;

/** The load of one file, from where it stopped the last time to its end. */
final class Loading {

    /** How far it is, is written down after so many lines or nanoseconds: no more than that is sent again. */
    private static final int LINES_BETWEEN = 1_000;

    private static final long NANOS_BETWEEN = TimeUnit.SECONDS.toNanos(2);

    private final Input input;
    private final ProgressFile file;
    private final BooleanSupplier stopped;
    private final Consumer<Progress> display;

    private volatile Progress progress;
    private long saved;
    private long savedAt = System.nanoTime();

    /**
     * @param from where to go on
     * @param stopped whether somebody wants it to stop
     * @param display shown how far it is, after each line
     */
    Loading(Input input, ProgressFile file, Progress from, BooleanSupplier stopped, Consumer<Progress> display) {
        this.input = input;
        this.file = file;
        this.progress = from;
        this.stopped = stopped;
        this.display = display;
    }

    Progress progress() {
        return progress;
    }

    /** Loads, and leaves it written down how far that came. */
    Ending into(Destination destination) throws IOException, InterruptedException {
        file.write(progress);
        try {
            return destination.send(new Rest(progress.line()), new Kept());
        } finally {
            save();
        }
    }

    /** What is rejected is on disk before it is written down that it was answered. */
    private synchronized void save() throws IOException {
        progress = progress.withReport(input.report().sync());
        file.write(progress);
        saved = progress.answered();
        savedAt = System.nanoTime();
    }

    /** The lines that have no answer yet. */
    private final class Rest implements LineSource {

        private final long done;

        Rest(long done) {
            this.done = done;
        }

        @Override
        public Optional<Line> next() throws IOException {
            while (true) {
                if (stopped.getAsBoolean()) {
                    throw new IOException("it was stopped");
                }
                Optional<Line> line = input.next();
                if (line.isEmpty() || line.get().number() > done) {
                    return line;
                }
                input.recorded(line.get().number());
            }
        }

        @Override
        public long nextNumber() {
            return input.nextNumber();
        }
    }

    /** Keeps what became of each line. */
    private final class Kept implements LineSink {

        @Override
        public void answer(LineAnswer answer) throws IOException {
            if (answer.what() instanceof Recorded recorded) {
                input.recorded(answer.number());
                progress = progress.oneRecorded(answer.number(), recorded.repeat());
            } else {
                Problem problem = ((Refused) answer.what()).problem();
                if (problem.kind().status() == ProblemKind.UNAVAILABLE.status()) {
                    // It has no answer yet: the next load begins with it.
                    return;
                }
                input.rejected(answer.number(), problem);
                progress = progress.oneRejected(answer.number(), problem.kind().code());
            }
            display.accept(progress);
            if (progress.answered() - saved >= LINES_BETWEEN || System.nanoTime() - savedAt >= NANOS_BETWEEN) {
                save();
            }
        }

        @Override
        public void flush() {
            // There is always more to come, or the end, which writes it down.
        }
    }
}
