package org.waymark.cli;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.log.MalformedText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the key that signs the log from the next change on. */
@Command(
        name = "next-log",
        description = {
            "Makes a new key of the same log, for its owner's eyes only, and prints its public half.",
            "Start the service once with the new file as WAYMARK_LOG_KEY_FILE and the old one as"
                    + " WAYMARK_LOG_PREVIOUS_KEY_FILE."
        },
        mixinStandardHelpOptions = true)
final class NextLogKeyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private KeyPlaces places;

    @Override
    public Integer call() {
        LogKey next = LogKey.generate(inUse().name(), new SecureRandom());
        places.write(next.secretText());
        PrintWriter out = spec.commandLine().getOut();
        out.println("The next key is in `" + places + "`. Its public half, for those who verify exports:");
        out.println(next.verifier().text());
        out.flush();
        return 0;
    }

    private LogKey inUse() {
        try {
            return LogKey.parse(places.inUse());
        } catch (MalformedText e) {
            throw places.isNone(String.valueOf(e.getMessage()));
        }
    }
}
