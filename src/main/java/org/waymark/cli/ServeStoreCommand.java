package org.waymark.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.waymark.store.ServedStore;
import org.waymark.store.StoreCannotStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves the embedded store to several nodes on one machine, until it is told to stop. */
@Command(
        name = "serve",
        description = {
            "Serves the embedded store of a data folder on this machine's loopback address, so that several nodes share"
                    + " it; prints the setting that they need. It asks for no password: for trying things out.",
            "The nodes must have the same keys: see WAYMARK_PSEUDONYM_KEY_FILE, WAYMARK_MASTER_KEY_FILE and"
                    + " WAYMARK_LOG_KEY_FILE."
        },
        mixinStandardHelpOptions = true)
final class ServeStoreCommand implements Callable<Integer> {

    private static final int LAST_PORT = 65_535;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "27017",
            description = "the port to listen on, 0 for any that is free (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:WAYMARK_DATA_DIR:-data}",
            description = "the data folder (default: WAYMARK_DATA_DIR, or `data`)")
    private Path data = Path.of("data");

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LAST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), "`" + port + "` is no port; give one from 1 to " + LAST_PORT);
        }
        try (ServedStore store = open()) {
            Runtime.getRuntime().addShutdownHook(new Thread(store::close, "waymark-store-stop"));
            tell(store.uri());
            Optional<Throwable> cause = store.awaitEnd();
            cause.ifPresent(this::tell);
            return cause.isPresent() ? 1 : 0;
        }
    }

    private ServedStore open() {
        try {
            return ServedStore.open(data, port);
        } catch (StoreCannotStart refused) {
            throw new UsersFault(String.valueOf(refused.getMessage()));
        }
    }

    private void tell(String uri) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("WAYMARK_MONGODB_URI=" + uri);
        out.flush();
    }

    private void tell(Throwable cause) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("the store in `" + data + "` cannot be written any more: " + cause.getMessage()
                + "; make room or mend its disk, and start it again: all that it acknowledged is there");
        err.flush();
    }
}
