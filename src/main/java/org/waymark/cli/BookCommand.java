package org.waymark.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.waymark.ruleset.book.RuleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the rule book, for people who read no code. */
@Command(
        name = "book",
        description = "Writes the rule book, every rule in plain English, as rule-book.md and rule-book.html.",
        mixinStandardHelpOptions = true)
final class BookCommand implements Callable<Integer> {

    private static final String NAME = "rule-book";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            defaultValue = Rules.DEFAULT_FOLDER,
            description = "the rule set to write of (default: ${DEFAULT-VALUE})")
    private Path rules = Path.of("rules");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "the folder to write to (default: this one)")
    private Path out = Path.of(".");

    @Override
    public Integer call() {
        RuleBook book = RuleBook.of(Rules.checked(rules), Rules.scenarios(rules));
        write(NAME + ".md", book.markdown());
        write(NAME + ".html", book.html());
        return 0;
    }

    private void write(String name, String content) {
        Path file = out.resolve(name).normalize();
        try {
            Files.createDirectories(out);
            Files.writeString(file, content);
        } catch (IOException unwritable) {
            throw new UsersFault("`" + file + "` cannot be written; name another folder with --out DIR");
        }
        PrintWriter told = spec.commandLine().getOut();
        told.println("wrote " + file);
        told.flush();
    }
}
