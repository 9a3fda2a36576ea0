package org.waymark.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.check.CheckReport;
import org.waymark.ruleset.check.RuleSetCheck;
import org.waymark.ruleset.check.Section;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a rule set whole: exit 0 where it may be used, 1 where something is not as it must be. */
@Command(
        name = "check",
        description = {
            "Checks a rule set whole: reads it, compiles it, holds it to its register, lints it, runs its scenarios, looks what "
                    + "they reach, searches for a case that breaks a promise, and tries whether a small change would be "
                    + "noticed. Takes a minute or two."
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private static final int NAME_WIDTH = 11;
    private static final int DETAILS = 6;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = Rules.DEFAULT_FOLDER,
            description = "the rule set to check (default: ${DEFAULT-VALUE})")
    private Path rules = Path.of("rules");

    @Option(
            names = "--against",
            paramLabel = "OLD",
            description = "the folder of the rule set in force: warns of what is later, lower or less than in that one")
    private @Nullable Path against;

    @Option(names = "--json", description = "print the report as JSON, on one line")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        CheckedRules compared = against == null ? null : Rules.checked(against);
        CheckReport report = RuleSetCheck.of(Rules.files(rules), compared, section -> {
            if (!json) {
                print(section, out);
            }
        });
        if (json) {
            out.println(org.waymark.assessment.Json.write(report));
        } else {
            out.println(verdict(report));
        }
        out.flush();
        return report.ok() ? 0 : 1;
    }

    private static void print(Section section, PrintWriter out) {
        String name = section.name()
                + " ".repeat(Math.max(1, NAME_WIDTH - section.name().length()));
        String mark = section.ok() ? "ok    " : "FAIL  ";
        Wrapped.lines(mark + name, " ".repeat(mark.length() + NAME_WIDTH), section.headline())
                .forEach(out::println);
        section.details().forEach(detail -> print(detail, out));
        out.flush();
    }

    /** An assessment stays on one line, so that it can be copied and screened. */
    private static void print(String detail, PrintWriter out) {
        int indent = detail.length() - detail.stripLeading().length();
        String before = " ".repeat(DETAILS + indent);
        if (detail.stripLeading().startsWith("{")) {
            out.println(before + detail.strip());
        } else {
            Wrapped.lines(before, before + "  ", detail).forEach(out::println);
        }
    }

    private static String verdict(CheckReport report) {
        String what = report.name() == null ? "The rule set" : "Rule set " + report.name() + " (" + report.hash() + ")";
        return report.ok()
                ? what + " passes."
                : what + " fails: "
                        + report.failed().stream().map(Section::name).collect(Collectors.joining(", ")) + ".";
    }
}
