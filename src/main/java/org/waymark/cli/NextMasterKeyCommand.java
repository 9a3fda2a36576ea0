package org.waymark.cli;

import java.io.PrintWriter;
import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import org.waymark.trail.keys.MasterKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the master key that wraps what is recorded from the next start on, and still opens all that was before. */
@Command(
        name = "next-master",
        description = {
            "Adds a new key to the master keys, for its owner's eyes only: what is recorded from then on is wrapped by it,"
                    + " and all earlier ones stay in the file, to open what was recorded before.",
            "Start the service with the new file as WAYMARK_MASTER_KEY_FILE, and keep a copy of it apart from backups."
        },
        mixinStandardHelpOptions = true)
final class NextMasterKeyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private KeyPlaces places;

    @Override
    public Integer call() {
        try {
            places.write(MasterKey.next(places.inUse()));
        } catch (GeneralSecurityException e) {
            throw places.isNone(String.valueOf(e.getMessage()));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("The next master key is in `" + places + "`, with all earlier ones.");
        out.flush();
        return 0;
    }
}
