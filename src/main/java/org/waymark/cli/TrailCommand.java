package org.waymark.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What may be done with what was recorded. */
@Command(
        name = "trail",
        description = "What may be done with a trail that was exported.",
        subcommands = {VerifyCommand.class, CommandLine.HelpCommand.class},
        mixinStandardHelpOptions = true)
final class TrailCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "`trail` needs to know what to do");
    }
}
