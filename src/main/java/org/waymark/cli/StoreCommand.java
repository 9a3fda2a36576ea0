package org.waymark.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What may be done with the embedded store beside recording in it. */
@Command(
        name = "store",
        description = "What may be done with the embedded store.",
        subcommands = {ServeStoreCommand.class, CommandLine.HelpCommand.class},
        mixinStandardHelpOptions = true)
final class StoreCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "`store` needs to know what to do");
    }
}
