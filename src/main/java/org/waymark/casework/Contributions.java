package org.waymark.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.LondonDays;
import org.waymark.assessment.Observation;
import org.waymark.trail.Entry;
import org.waymark.trail.Kind;
import tools.jackson.databind.JsonNode;

/**
 * Works out what the contacts and outcomes under one reference say, with every correction that counts.
 *
 * @param entries all that is recorded under the reference and not erased, oldest first
 */
record Contributions(List<Entry> entries, AssessmentReader reader) {

    Contributions {
        entries = List.copyOf(entries);
    }

    /** Each contact, as it was recorded. */
    Map<Entry, Assessment> recorded() {
        return recorded(entry -> true);
    }

    /** The same, as far as it is wanted: the others are not read, and may be of another catalogue, or erased. */
    Map<Entry, Assessment> recorded(Predicate<Entry> wanted) {
        Map<Entry, Assessment> recorded = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> entry.kind() == Kind.SCREENED && wanted.test(entry))
                .forEach(entry -> recorded.put(
                        entry,
                        reader.reread(Contacts.text(entry, EntryContent.ASSESSMENT))
                                .assessment()));
        return recorded;
    }

    /** What the entries that count say, oldest first; nothing of a contact that is withdrawn, nor of its outcomes. */
    List<Contribution> of(Predicate<Entry> counts, Map<Entry, Assessment> recorded) {
        Set<String> withdrawn = new LinkedHashSet<>();
        entries.stream()
                .filter(counts)
                .filter(ActEntries::withdraws)
                .forEach(entry -> ActEntries.decisionOf(entry).ifPresent(withdrawn::add));
        List<Contribution> said = new ArrayList<>();
        for (Entry entry : entries) {
            boolean stands = counts.test(entry)
                    && ActEntries.decisionOf(entry)
                            .filter(decision -> !withdrawn.contains(decision))
                            .isPresent();
            if (stands && entry.kind() == Kind.SCREENED) {
                said.add(contact(entry, recorded, counts));
            } else if (stands && entry.kind() == Kind.OUTCOME) {
                outcome(entry, recorded).ifPresent(said::add);
            }
        }
        return said;
    }

    private Contribution contact(Entry screened, Map<Entry, Assessment> recorded, Predicate<Entry> counts) {
        List<Entry> restsOn = new ArrayList<>(List.of(screened));
        Assessment assessment = Optional.ofNullable(recorded.get(screened)).orElseThrow();
        String decision = Optional.ofNullable(screened.decisionId()).orElseThrow();
        for (Entry entry : entries) {
            if (entry.kind() == Kind.CORRECTED && counts.test(entry) && ActEntries.isAbout(entry, decision)) {
                restsOn.add(entry);
                assessment = corrected(assessment, entry);
            }
        }
        return new Contribution(assessment, restsOn);
    }

    /** What a correction says of a factor stands in the place of all that the contact said of it. */
    private Assessment corrected(Assessment assessment, Entry correction) {
        JsonNode said = ActEntries.content(correction).orElseThrow().path(EntryContent.OBSERVATIONS);
        List<Observation> right =
                reader.rereadObservations(said, LondonDays.of(assessment.assessedAt()), assessment.referredBy());
        Set<String> factors = new LinkedHashSet<>();
        right.forEach(observation -> factors.add(observation.factor()));
        return assessment.observing(Stream.concat(
                        assessment.observations().stream().filter(one -> !factors.contains(one.factor())),
                        right.stream())
                .toList());
    }

    private Optional<Contribution> outcome(Entry entry, Map<Entry, Assessment> recorded) {
        boolean isRead = ActEntries.content(entry)
                .filter(said -> !said.path(OutcomeContact.COUNTS).isEmpty())
                .isPresent();
        String decision = ActEntries.decisionOf(entry).orElseThrow();
        return recorded.entrySet().stream()
                .filter(contact -> isRead && decision.equals(contact.getKey().decisionId()))
                .map(contact -> OutcomeContact.of(entry, contact.getValue(), reader))
                .map(assessment -> new Contribution(assessment, List.of(entry)))
                .findFirst();
    }
}
