package org.waymark.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the keys that come after those in use. */
@Command(
        name = "keys",
        description = "Makes the keys that come after those in use; docs/security.md says how they are put in force.",
        subcommands = {NextLogKeyCommand.class, NextMasterKeyCommand.class, CommandLine.HelpCommand.class},
        mixinStandardHelpOptions = true)
final class KeysCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "`keys` needs to know what to do");
    }
}
