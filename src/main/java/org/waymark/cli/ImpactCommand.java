package org.waymark.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.waymark.assessment.Json;
import org.waymark.assessment.Submission;
import org.waymark.policy.impact.Ceilings;
import org.waymark.policy.impact.ImpactAnalysis;
import org.waymark.policy.impact.ImpactReport;
import org.waymark.policy.impact.RecordedCases;
import org.waymark.policy.impact.ReportText;
import org.waymark.screening.rule.RuleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what a candidate rule set would change over assessments from files. Records nothing. */
@Command(
        name = "impact",
        description = {
            "Says what a candidate rule set would change against the one in force, case by case and in total, over "
                    + "assessments from files (.json, or .ndjson with one a line), each with the history of the same "
                    + "young person among them. Records nothing."
        },
        mixinStandardHelpOptions = true)
final class ImpactCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--candidate", paramLabel = "DIR", required = true, description = "the rule set to try")
    private Path candidate = Path.of("");

    @Option(
            names = "--assessments",
            paramLabel = "FILE",
            required = true,
            arity = "1..*",
            description = "assessments to try it on; several files may be named")
    private List<Path> files = List.of();

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            defaultValue = Rules.DEFAULT_FOLDER,
            description = "the rule set to hold it against (default: ${DEFAULT-VALUE})")
    private Path rules = Path.of("rules");

    @Option(
            names = "--ceilings",
            paramLabel = "AREA=NUMBER,…",
            defaultValue = "",
            description = "how many urgent responses a week each area can give")
    private String ceilings = "";

    @Option(names = "--json", description = "print the report as JSON, on one line")
    private boolean json;

    @Override
    public Integer call() {
        RuleSet inForce = Rules.checked(rules).asked();
        RuleSet tried = Rules.checked(candidate).asked();
        List<Submission> submissions = Recorded.in(Document.in(files), inForce);
        ImpactReport report = analysis(inForce, tried)
                .of(RecordedCases.of(submissions), ImpactAnalysis.Progress.UNWATCHED)
                .orElseThrow();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(report));
        } else {
            ReportText.of(report).forEach(line -> print(line, out));
        }
        out.flush();
        return 0;
    }

    private ImpactAnalysis analysis(RuleSet inForce, RuleSet tried) {
        try {
            return new ImpactAnalysis(inForce, tried, Ceilings.of(ceilings));
        } catch (IllegalArgumentException fault) {
            throw new UsersFault(String.valueOf(fault.getMessage()));
        }
    }

    private static void print(String line, PrintWriter out) {
        String indent = " ".repeat(line.length() - line.stripLeading().length());
        int label = line.indexOf(": ");
        boolean labelled = indent.length() == 4 && label > 0 && label < 14;
        String rest = labelled ? " ".repeat(15) : indent + "  ";
        Wrapped.lines(indent, rest, line).forEach(out::println);
    }
}
