package org.waymark.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Json;
import org.waymark.assessment.Submission;
import org.waymark.assessment.SubmissionKey;
import org.waymark.casework.Decision;
import org.waymark.screening.Screener;
import org.waymark.screening.casefile.History;
import org.waymark.screening.outcome.Explanation;
import org.waymark.screening.rule.RuleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Screens assessments from files, in the order given, with the history of each young person kept between them. Records
 * nothing.
 */
@Command(
        name = "screen",
        description = {
            "Screens assessments (.json, or .ndjson with one a line), in the order given, with the history of the same "
                    + "young person kept between them. Records nothing."
        },
        mixinStandardHelpOptions = true)
final class ScreenCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "assessments to screen")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "print each decision as JSON, one a line")
    private boolean json;

    @Option(
            names = "--explain",
            description =
                    "say what each pathway rests on: without which facts it would not be there, or would be slower")
    private boolean explain;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            defaultValue = Rules.DEFAULT_FOLDER,
            description = "the rule set to screen with (default: ${DEFAULT-VALUE})")
    private Path rules = Path.of("rules");

    @Override
    public Integer call() {
        List<Document> documents = Document.in(files);
        RuleSet ruleSet = Rules.in(rules);
        List<Submission> submissions = Recorded.in(documents, ruleSet);
        PrintWriter out = spec.commandLine().getOut();
        DecisionPrinter printer = new DecisionPrinter(ruleSet, out);
        Screener screener = new Screener(ruleSet);
        Map<SubmissionKey, Submission> recorded = new LinkedHashMap<>();
        for (Submission submission : submissions) {
            Assessment assessment = submission.assessment();
            recorded.putIfAbsent(assessment.submission(), submission);
            List<Assessment> history = History.before(assessment, Person.contacts(assessment, recorded.values()));
            Decision decision = Decision.unrecorded(assessment, ruleSet, screener.screen(assessment, history));
            Optional<Explanation> explanation =
                    explain ? Optional.of(screener.explain(assessment, history)) : Optional.empty();
            if (json) {
                String text = Json.write(decision);
                out.println(explanation
                        .map(rests -> Json.with(text, "explanation", rests))
                        .orElse(text));
            } else {
                printer.print(decision, submission, explanation);
            }
            out.flush();
        }
        return 0;
    }
}
