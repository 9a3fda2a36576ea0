package org.waymark.cli.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.waymark.casework.stream.Ending;
import org.waymark.cli.UsersFault;

/** The files that a command loads, one after the other. */
final class Loads {

    private static final int ALL_RECORDED = 0;
    private static final int SOME_REJECTED = 1;
    private static final int NOT_FINISHED = 3;

    private final List<InputFile> files;
    private final @Nullable Path progress;
    private final @Nullable Path rejected;
    private final Formats formats;

    /** @throws UsersFault where a file is not there, or the mapping has faults */
    Loads(List<Path> files, @Nullable Path mapping, Path rules, @Nullable Path progress, @Nullable Path rejected) {
        this.files = files.stream().map(InputFile::new).toList();
        this.formats = Formats.with(this.files, mapping, rules);
        this.progress = progress;
        this.rejected = rejected;
    }

    int into(Destination destination, Stop stop, PrintWriter err) throws IOException, InterruptedException {
        int worst = ALL_RECORDED;
        for (InputFile file : files) {
            int exit = load(file, destination, stop, err);
            if (exit == NOT_FINISHED) {
                return exit;
            }
            worst = Math.max(worst, exit);
        }
        return worst;
    }

    private int load(InputFile file, Destination destination, Stop stop, PrintWriter err)
            throws IOException, InterruptedException {
        ProgressFile progressFile = new ProgressFile(progress == null ? file.beside(".progress.json") : progress);
        Progress fresh = Progress.none(file.digest(), formats.mappingDigest(), destination.name());
        boolean goesOn = java.nio.file.Files.exists(progressFile.path());
        Progress from = progressFile.read(fresh, file.path());
        if (goesOn) {
            err.println(file.path() + ": goes on after line " + from.line());
        }
        boolean terminal = System.console() != null;
        Path reported = rejected == null ? file.beside(formats.reportEnding(file)) : rejected;
        try (Report report = formats.report(file, reported, from.reportBytes(), goesOn);
                Input input = formats.input(file, report);
                Display display = new Display(file, err, terminal, from.answered())) {
            Loading loading = new Loading(input, report, progressFile, from, stop::wanted, display::show);
            Ending ending = loading.into(destination);
            display.close();
            if (ending.complete()) {
                progressFile.remove();
            }
            return told(file, reported, loading.progress(), ending, err);
        }
    }

    private static int told(InputFile file, Path report, Progress progress, Ending ending, PrintWriter err) {
        err.println(file.path() + ": " + progress.recorded() + " recorded, " + progress.repeats() + " recorded before, "
                + progress.rejections() + " rejected");
        progress.rejected()
                .forEach((reason, lines) -> err.println(String.format(Locale.UK, "  %,8d %s", lines, reason)));
        if (progress.rejections() > 0) {
            err.println("What was rejected, and why, is in " + report + ": mend it and load that");
        }
        ending.why()
                .ifPresent(why -> err.println("Not finished, at line " + ending.goOnAt() + ": " + why.detail()
                        + ". The same command goes on there."));
        err.flush();
        if (!ending.complete()) {
            return NOT_FINISHED;
        }
        return progress.rejections() > 0 ? SOME_REJECTED : ALL_RECORDED;
    }
}
