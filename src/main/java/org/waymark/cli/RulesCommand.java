package org.waymark.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What may be done with a rule set beside screening with it. */
@Command(
        name = "rules",
        description = "What may be done with a rule set beside screening with it.",
        subcommands = {
            CheckCommand.class,
            ImpactCommand.class,
            DiffCommand.class,
            BookCommand.class,
            CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true)
final class RulesCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "`rules` needs to know what to do");
    }
}
