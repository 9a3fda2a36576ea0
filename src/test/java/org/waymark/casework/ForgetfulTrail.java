package org.waymark.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.trail.Appended;
import org.waymark.trail.Draft;
import org.waymark.trail.Entry;
import org.waymark.trail.Extent;
import org.waymark.trail.Person;
import org.waymark.trail.Submission;
import org.waymark.trail.Trail;
import org.waymark.trail.TrailWalk;

/** Takes everything and keeps nothing: what is left of a decision when there is no trail. */
public final class ForgetfulTrail implements Trail {

    @Override
    public List<Entry> of(Person person) {
        return List.of();
    }

    @Override
    public List<Entry> after(Person person, long sequence) {
        return List.of();
    }

    @Override
    public TrailWalk everything() {
        throw new IllegalStateException("nothing is kept");
    }

    @Override
    public TrailWalk about(List<Extent> people) {
        throw new IllegalStateException("nothing is kept");
    }

    @Override
    public Optional<Entry> bySubmission(Submission submission) {
        return Optional.empty();
    }

    @Override
    public Optional<Entry> byDecision(String decisionId) {
        return Optional.empty();
    }

    @Override
    public Appended append(Person person, long expectedSequence, Draft draft) {
        return new Appended.Recorded(new Entry(
                person,
                2,
                expectedSequence,
                draft.kind(),
                draft.submission(),
                draft.decisionId(),
                draft.actor(),
                draft.recordedAt(),
                Map.copyOf(draft.content()),
                false));
    }
}
