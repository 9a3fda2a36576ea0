package org.waymark.screening.casefile;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.assessment.Amends;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.SubmissionKey;

/** Which recorded assessments count as history of a new one: earlier by {@code assessedAt}, and not amended. */
public final class History {

    private History() {}

    /** The recorded assessments that count, oldest first. */
    public static List<Assessment> before(Assessment current, Collection<Assessment> recorded) {
        Set<SubmissionKey> amended = amended(Stream.concat(recorded.stream(), Stream.of(current)));
        return recorded.stream()
                .filter(one -> one.assessedAt().isBefore(current.assessedAt()))
                .filter(one -> !amended.contains(one.submission()))
                .filter(one -> !one.submission().equals(current.submission()))
                .sorted(CaseFile.inTime())
                .toList();
    }

    /** The recorded assessments that none of the others amends, in their order. */
    public static List<Assessment> notAmended(Collection<Assessment> recorded) {
        Set<SubmissionKey> amended = amended(recorded.stream());
        return recorded.stream()
                .filter(one -> !amended.contains(one.submission()))
                .toList();
    }

    private static Set<SubmissionKey> amended(Stream<Assessment> assessments) {
        Set<SubmissionKey> amended = new HashSet<>();
        assessments.forEach(one -> {
            Amends amends = one.amends();
            if (amends != null) {
                amended.add(new SubmissionKey(one.youngPerson().area(), one.sourceSystem(), amends.assessmentId()));
            }
        });
        return amended;
    }
}
