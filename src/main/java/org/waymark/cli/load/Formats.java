package org.waymark.cli.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.cli.UsersFault;

/** How a file is read, by what its name ends in. */
final class Formats {

    private static final String CSV = ".csv";

    private Formats() {}

    /** @throws UsersFault where a table has no mapping, or the mapping has faults */
    static Formats with(List<InputFile> files, @Nullable Path mapping, Path rules) {
        files.stream().filter(file -> file.holds(CSV)).findFirst().ifPresent(table -> {
            throw new UsersFault(table.path() + ": say with --mapping what its columns mean");
        });
        return new Formats();
    }

    String mappingDigest() {
        return "";
    }

    String reportEnding(InputFile file) {
        return ".rejected.ndjson";
    }

    Report report(InputFile file, Path path, long length, boolean goesOn) throws IOException {
        return goesOn ? Report.goOn(path, "", length) : new Report(path, "", length);
    }

    Input input(InputFile file, Report report) throws IOException {
        return new NdjsonInput(file.open(), report);
    }
}
