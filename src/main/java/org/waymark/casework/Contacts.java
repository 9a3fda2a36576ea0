package org.waymark.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waymark.assessment.Amends;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.Json;
import org.waymark.assessment.PersonKey;
import org.waymark.assessment.SubmissionKey;
import org.waymark.screening.casefile.History;
import org.waymark.trail.Entry;
import org.waymark.trail.Kind;
import tools.jackson.databind.JsonNode;

/** The recorded contacts about one young person, under this and their previous references. */
final class Contacts {

    private final long lastSequence;
    private final List<Entry> own;
    private final Map<Entry, Assessment> assessments;

    private Contacts(List<Entry> own, Map<Entry, Assessment> assessments) {
        this.own = own;
        this.lastSequence = own.isEmpty() ? 0 : own.get(own.size() - 1).sequence();
        this.assessments = assessments;
    }

    /** Reads what is recorded about the young person of an assessment. */
    static Contacts about(Assessment assessment, People people, AssessmentReader reader) {
        return about(assessment.youngPerson().key(), assessment.youngPerson().previousReferences(), people, reader);
    }

    /** Reads what is recorded about a young person under a reference, and under those that its contacts name. */
    static Contacts about(PersonKey person, People people, AssessmentReader reader) {
        return about(person, List.of(), people, reader);
    }

    private static Contacts about(PersonKey person, List<PersonKey> previous, People people, AssessmentReader reader) {
        List<Entry> own = people.trailOf(person);
        Map<Entry, Assessment> assessments = new LinkedHashMap<>();
        Set<PersonKey> seen = new LinkedHashSet<>(Set.of(person));
        List<PersonKey> next = new ArrayList<>(previous);
        add(own, reader, assessments, next);
        while (!next.isEmpty()) {
            PersonKey key = next.remove(0);
            if (seen.add(key)) {
                add(people.trailOf(key), reader, assessments, next);
            }
        }
        return new Contacts(own, assessments);
    }

    private static void add(
            List<Entry> entries, AssessmentReader reader, Map<Entry, Assessment> into, List<PersonKey> next) {
        for (Entry entry : entries) {
            if (entry.kind() == Kind.SCREENED) {
                Assessment assessment =
                        reader.reread(text(entry, EntryContent.ASSESSMENT)).assessment();
                into.put(entry, assessment);
                next.addAll(assessment.youngPerson().previousReferences());
            }
        }
    }

    static String text(Entry entry, String name) {
        String text = entry.content().get(name);
        if (text == null) {
            throw new IllegalStateException("entry " + entry.id() + " holds no `" + name + "`");
        }
        return text;
    }

    /** The sequence that the next entry about this young person must have. */
    long nextSequence() {
        return lastSequence + 1;
    }

    List<Assessment> assessments() {
        return List.copyOf(assessments.values());
    }

    /** The assessments that no later one amends. */
    List<Assessment> counted() {
        return History.notAmended(assessments.values());
    }

    /** The decision that was recorded on one of these assessments. */
    JsonNode decisionOn(Assessment assessment) {
        return assessments.entrySet().stream()
                .filter(entry -> entry.getValue().equals(assessment))
                .map(entry -> Json.read(text(entry.getKey(), EntryContent.DECISION)))
                .findFirst()
                .orElseThrow();
    }

    /** The ids of the entries whose assessments are these. */
    List<String> entriesOf(List<Assessment> used) {
        return assessments.entrySet().stream()
                .filter(entry -> used.contains(entry.getValue()))
                .map(entry -> entry.getKey().id())
                .toList();
    }

    /** The assessments of the entries that have these ids. */
    List<Assessment> in(List<String> entries) {
        return assessments.entrySet().stream()
                .filter(entry -> entries.contains(entry.getKey().id()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What an assessment says that it amends, where nothing like it is recorded about this young person. */
    Optional<String> amendsNothing(Assessment assessment) {
        Amends amends = assessment.amends();
        if (amends == null) {
            return Optional.empty();
        }
        SubmissionKey amended =
                new SubmissionKey(assessment.youngPerson().area(), assessment.sourceSystem(), amends.assessmentId());
        boolean there =
                assessments.values().stream().anyMatch(one -> one.submission().equals(amended));
        return there ? Optional.empty() : Optional.of(amends.assessmentId());
    }

    /** How often somebody tried what a decision on a submission would be. */
    int dryRunsOf(String submission) {
        return (int) own.stream()
                .filter(entry -> entry.kind() == Kind.TRIED)
                .map(entry -> Json.read(text(entry, EntryContent.TRIED)))
                .filter(tried -> tried.path("submission").asString("").equals(submission))
                .count();
    }
}
