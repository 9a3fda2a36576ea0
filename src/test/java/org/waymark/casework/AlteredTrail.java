package org.waymark.casework;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.waymark.trail.Appended;
import org.waymark.trail.Draft;
import org.waymark.trail.Entry;
import org.waymark.trail.Extent;
import org.waymark.trail.Person;
import org.waymark.trail.Submission;
import org.waymark.trail.Trail;
import org.waymark.trail.TrailWalk;

/** A trail of which some entries are not what they were: to be read only. */
record AlteredTrail(Trail real, UnaryOperator<Entry> altered) implements Trail {

    @Override
    public List<Entry> of(Person person) {
        return real.of(person).stream().map(altered).toList();
    }

    @Override
    public List<Entry> after(Person person, long sequence) {
        return real.after(person, sequence).stream().map(altered).toList();
    }

    @Override
    public TrailWalk everything() {
        throw new UnsupportedOperationException();
    }

    @Override
    public TrailWalk about(List<Extent> people) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Entry> bySubmission(Submission submission) {
        return real.bySubmission(submission).map(altered);
    }

    @Override
    public Optional<Entry> byDecision(String decisionId) {
        return real.byDecision(decisionId).map(altered);
    }

    @Override
    public Appended append(Person person, long expectedSequence, Draft draft) {
        throw new UnsupportedOperationException();
    }
}
