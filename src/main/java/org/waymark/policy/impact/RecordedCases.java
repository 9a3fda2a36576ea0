package org.waymark.policy.impact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.PersonKey;
import org.waymark.assessment.Submission;
import org.waymark.assessment.SubmissionKey;
import org.waymark.screening.casefile.History;

/** Makes cases of submissions that are all at hand. */
public final class RecordedCases {

    private final Map<SubmissionKey, Submission> submissions = new LinkedHashMap<>();
    private final Map<PersonKey, List<Assessment>> byPerson = new LinkedHashMap<>();

    private RecordedCases(Collection<Submission> read) {
        for (Submission submission : read) {
            Assessment assessment = submission.assessment();
            if (submissions.putIfAbsent(assessment.submission(), submission) == null) {
                byPerson.computeIfAbsent(assessment.youngPerson().key(), none -> new ArrayList<>())
                        .add(assessment);
            }
        }
    }

    /**
     * A case of each submission that no other amends, with all contacts of the same young person, under this and their
     * previous references. One that was submitted twice is one case.
     */
    public static Stream<ImpactCase> of(Collection<Submission> read) {
        RecordedCases recorded = new RecordedCases(read);
        List<Assessment> all = recorded.submissions.values().stream()
                .map(Submission::assessment)
                .toList();
        return History.notAmended(all).stream().map(recorded::of);
    }

    private ImpactCase of(Assessment assessment) {
        List<Assessment> contacts = contacts(assessment);
        boolean latest = contacts.stream().noneMatch(other -> other.assessedAt().isAfter(assessment.assessedAt()));
        Submission submission = Objects.requireNonNull(submissions.get(assessment.submission()));
        return ImpactCase.of(assessment, contacts, Monitoring.of(submission.canonical()), latest);
    }

    private List<Assessment> contacts(Assessment assessment) {
        List<Assessment> contacts = new ArrayList<>();
        Set<PersonKey> seen = new HashSet<>();
        List<PersonKey> next = new ArrayList<>(assessment.youngPerson().previousReferences());
        next.add(assessment.youngPerson().key());
        while (!next.isEmpty()) {
            PersonKey key = next.remove(next.size() - 1);
            if (seen.add(key)) {
                for (Assessment one : byPerson.getOrDefault(key, List.of())) {
                    contacts.add(one);
                    next.addAll(one.youngPerson().previousReferences());
                }
            }
        }
        return contacts;
    }
}
