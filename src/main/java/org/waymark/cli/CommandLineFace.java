package org.waymark.cli;

import java.io.PrintWriter;
import java.util.List;
import org.waymark.cli.load.LoadCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands beside the server. Exit 0 is done, 1 a check failed, 2 wrong usage or input. */
@Command(
        name = "waymark",
        description = "Screens assessments of young people and recommends pathways; with no command, serves.",
        subcommands = {
            ScreenCommand.class,
            LoadCommand.class,
            RulesCommand.class,
            TrailCommand.class,
            StoreCommand.class,
            KeysCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class)
public final class CommandLineFace implements Runnable {

    private CommandLineFace() {}

    @Override
    public void run() {
        new CommandLine(this).usage(System.out);
    }

    /** Runs a command and says how it ended. */
    public static int run(List<String> arguments, PrintWriter out, PrintWriter err) {
        CommandLine commands = new CommandLine(new CommandLineFace());
        commands.setOut(out);
        commands.setErr(err);
        commands.setExecutionExceptionHandler((fault, command, parsed) -> {
            if (fault instanceof UsersFault) {
                err.println(fault.getMessage());
            } else {
                err.println("This should not have happened: " + fault);
            }
            err.flush();
            return CommandLine.ExitCode.USAGE;
        });
        return commands.execute(arguments.toArray(String[]::new));
    }
}
