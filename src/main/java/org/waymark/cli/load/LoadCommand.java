package org.waymark.cli.load;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.waymark.cli.UsersFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Loads files of assessments: exit 0 where all are recorded, 1 where some were rejected, 3 where it has to go on. */
@Command(
        name = "load",
        description = {
            "Loads files of assessments (.ndjson, one a line, or .csv with a mapping; .gz of either) and records each"
                    + " decision, in the store itself or through a running service.",
            "Killed or stopped, the same command goes on where it was. What is rejected is in a report beside the file,"
                    + " to be mended and loaded again.",
            "Exit 0 all recorded, 1 some rejected, 2 wrong usage or input, 3 not finished: run it again."
        },
        mixinStandardHelpOptions = true)
public final class LoadCommand implements Callable<Integer> {

    private static final String PASSWORD = "WAYMARK_LOAD_PASSWORD";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "files to load, in this order")
    private List<Path> files = List.of();

    @Option(
            names = "--mapping",
            paramLabel = "MAPPING",
            description = "what the columns of a CSV file mean (see samples/mappings)")
    private @Nullable Path mapping;

    @Option(
            names = "--to",
            paramLabel = "ADDRESS",
            description = "load through a running service, such as http://127.0.0.1:8080, its password in " + PASSWORD)
    private @Nullable URI to;

    @Option(
            names = "--user",
            paramLabel = "USER",
            description = "who submits: an account of the service, or the name that is recorded (default: screener"
                    + " with --to, else whoever runs this)")
    private @Nullable String user;

    @Option(
            names = "--progress",
            paramLabel = "PROGRESS",
            description = "where it is written down how far it is (default: FILE.progress.json)")
    private @Nullable Path progress;

    @Option(
            names = "--rejected",
            paramLabel = "REPORT",
            description = "where rejected lines go (default: FILE.rejected.ndjson or .csv)")
    private @Nullable Path rejected;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            defaultValue = "${env:WAYMARK_RULES_DIR:-rules}",
            description = "the rule set whose factors a mapping may name (default: ${DEFAULT-VALUE})")
    private Path rules = Path.of("rules");

    @Override
    public Integer call() throws Exception {
        if (files.size() > 1 && (progress != null || rejected != null)) {
            throw new UsersFault("--progress and --rejected are for one file; load the files one by one");
        }
        Loads loads = new Loads(files, mapping, rules, progress, rejected);
        try (Stop stop = Stop.listening();
                Destination destination = destination()) {
            return loads.into(destination, stop, spec.commandLine().getErr());
        }
    }

    private Destination destination() {
        if (to == null) {
            return OwnStore.open("load:" + (user == null ? System.getProperty("user.name", "unknown") : user));
        }
        String password = System.getenv(PASSWORD);
        if (password == null || password.isEmpty()) {
            throw new UsersFault("put the password of the user into the environment as " + PASSWORD);
        } else if (to.getHost() == null || !List.of("http", "https").contains(String.valueOf(to.getScheme()))) {
            throw new UsersFault("`" + to + "` is no address of a service; it looks like http://127.0.0.1:8080");
        }
        return new RunningServer(to, user == null ? "screener" : user, password);
    }
}
