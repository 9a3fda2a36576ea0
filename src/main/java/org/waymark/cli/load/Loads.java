package org.waymark.cli.load;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.problem.ProblemKind;
import org.waymark.casework.stream.Ending;
import org.waymark.cli.UsersFault;

/** The files that a command loads, one after the other. */
final class Loads {

    private static final int ALL_RECORDED = 0;
    private static final int SOME_REJECTED = 1;
    private static final int WRONG_INPUT = 2;
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
            if (exit > SOME_REJECTED) {
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
        boolean goesOn = Files.exists(progressFile.path());
        Progress from = progressFile.read(fresh, file.path());
        if (goesOn) {
            err.println(file.path() + ": goes on after line " + from.line());
        }
        PrintStream terminal = System.console() == null ? null : System.err;
        Path reported = rejected == null ? file.beside(formats.reportEnding(file)) : rejected;
        try (Input input = formats.open(file, reported, from.reportBytes(), goesOn);
                Display display = new Display(file, err, terminal, from.answered())) {
            Loading loading = new Loading(input, progressFile, from, stop::wanted, display::show);
            Ending ending = loading.into(destination);
            display.close();
            if (ending.complete()) {
                progressFile.remove();
            }
            told(file, reported, loading.progress(), err);
            return exit(ending, loading.progress(), progressFile, stop, err);
        }
    }

    private static void told(InputFile file, Path report, Progress progress, PrintWriter err) {
        err.println(file.path() + ": " + progress.recorded() + " recorded, " + progress.repeats() + " recorded before, "
                + progress.rejections() + " rejected");
        progress.rejected()
                .forEach((reason, lines) -> err.println(String.format(Locale.UK, "  %,8d %s", lines, reason)));
        if (progress.rejections() > 0) {
            err.println("What was rejected, and why, is in " + report + ": mend it and load that");
        }
        err.flush();
    }

    private static int exit(Ending ending, Progress progress, ProgressFile file, Stop stop, PrintWriter err) {
        if (ending.why().isEmpty()) {
            return progress.rejections() > 0 ? SOME_REJECTED : ALL_RECORDED;
        }
        Problem why = ending.why().get();
        boolean broken = why.kind() == ProblemKind.BAD_REQUEST && !stop.wanted();
        err.println("Not finished, at line " + ending.goOnAt() + ": " + why.detail() + ". "
                + (broken
                        ? "Mend the file, take `" + file.path() + "` away and load it again from its beginning"
                        : "The same command goes on there"));
        err.flush();
        return broken ? WRONG_INPUT : NOT_FINISHED;
    }
}
