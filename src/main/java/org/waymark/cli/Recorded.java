package org.waymark.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.Submission;
import org.waymark.assessment.SubmissionKey;
import org.waymark.screening.rule.RuleSet;

/** Reads the assessments of documents as a service would record them. */
final class Recorded {

    private Recorded() {}

    /**
     * Every document, or every fault in any of them: nothing is screened while one is at fault.
     *
     * @throws UsersFault with every fault, each by document
     */
    static List<Submission> in(List<Document> documents, RuleSet ruleSet) {
        AssessmentReader reader = new AssessmentReader(ruleSet.catalogue());
        List<Submission> submissions = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        Map<SubmissionKey, Submission> seen = new LinkedHashMap<>();
        for (Document document : documents) {
            document.read(reader, Clock.systemUTC().instant(), faults).ifPresent(submission -> {
                submissions.add(submission);
                SubmissionKey key = submission.assessment().submission();
                Submission first = seen.putIfAbsent(key, submission);
                if (first != null && !first.canonical().equals(submission.canonical())) {
                    faults.add(document.name() + ": the assessment `" + key.assessmentId()
                            + "` stands before with other content; a change is a new assessment with `amends`");
                }
            });
        }
        if (!faults.isEmpty()) {
            throw new UsersFault(String.join("\n", faults));
        }
        return submissions;
    }
}
