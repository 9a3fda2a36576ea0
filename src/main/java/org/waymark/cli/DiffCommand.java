package org.waymark.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.waymark.assessment.Json;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.RuleFault;
import org.waymark.ruleset.diff.CatalogueGuard;
import org.waymark.ruleset.diff.RuleSetDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is other in one rule set than in another. */
@Command(
        name = "diff",
        description = {
            "Says what is other in one rule set than in another, figure by figure and in plain English. Scenarios are "
                    + "not compared.",
            "Exit 0, whether anything is other or not; 1 where NEW may not come after OLD, because a factor is gone or "
                    + "has another meaning; 2 where one of them cannot be read."
        },
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

    /** What `--json` prints. */
    private record Printed(RuleSetDiff diff, List<RuleFault> faults) {}

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "the folder of the rule set to compare with")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path old;

    @Parameters(index = "1", paramLabel = "NEW", description = "the folder of the rule set that comes after it")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path candidate;

    @Option(names = "--json", description = "print the difference as JSON, on one line")
    private boolean json;

    @Override
    public Integer call() {
        CheckedRules before = Rules.checked(old);
        CheckedRules after = Rules.checked(candidate);
        RuleSetDiff diff = RuleSetDiff.of(before, after);
        CatalogueGuard guard = CatalogueGuard.of(before, after, Rules.files(candidate));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(new Printed(diff, guard.faults())));
        } else {
            diff.lines().forEach(line -> print(line, out));
            print(guard, out);
        }
        out.flush();
        return guard.ok() ? 0 : 1;
    }

    private static void print(CatalogueGuard guard, PrintWriter out) {
        if (!guard.ok()) {
            out.println();
            out.println("It may not come after the other:");
            guard.faults().forEach(fault -> print("- " + fault, out));
        }
    }

    private static void print(String line, PrintWriter out) {
        String before = " ".repeat(line.length() - line.stripLeading().length());
        Wrapped.lines(before, before + "  ", line).forEach(out::println);
    }
}
