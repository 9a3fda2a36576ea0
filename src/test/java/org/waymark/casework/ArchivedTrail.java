package org.waymark.casework;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.waymark.trail.Appended;
import org.waymark.trail.Draft;
import org.waymark.trail.Entry;
import org.waymark.trail.Extent;
import org.waymark.trail.Person;
import org.waymark.trail.Submission;
import org.waymark.trail.Trail;
import org.waymark.trail.TrailWalk;

/** A trail that was recorded once and is read from a file: nothing can be added to it. */
final class ArchivedTrail implements Trail {

    private final Map<String, List<Entry>> byPerson;

    ArchivedTrail(Collection<Entry> entries) {
        byPerson = entries.stream()
                .sorted(Comparator.comparingLong(Entry::sequence))
                .collect(Collectors.groupingBy(
                        entry -> entry.person().pseudonym(), TreeMap::new, Collectors.toUnmodifiableList()));
    }

    @Override
    public List<Entry> of(Person person) {
        return byPerson.getOrDefault(person.pseudonym(), List.of());
    }

    @Override
    public List<Entry> after(Person person, long sequence) {
        return of(person).stream().filter(entry -> entry.sequence() > sequence).toList();
    }

    @Override
    public Optional<Entry> byDecision(String decisionId) {
        return byPerson.values().stream()
                .flatMap(List::stream)
                .filter(entry -> decisionId.equals(entry.decisionId()))
                .findFirst();
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
        throw new UnsupportedOperationException();
    }

    @Override
    public Appended append(Person person, long expectedSequence, Draft draft) {
        throw new UnsupportedOperationException();
    }
}
