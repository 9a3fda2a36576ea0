package org.waymark.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.AssessmentReader;
import org.waymark.casework.CannotReplay.Why;
import org.waymark.trail.Entry;
import org.waymark.trail.Kind;
import org.waymark.trail.Person;
import org.waymark.trail.Trail;

/**
 * The history that a decision was made on, from the ids of the entries that counted and from nothing else: what was
 * recorded since is not even read, as it may be of another catalogue, or erased.
 */
final class RecordedHistory {

    private final Trail trail;

    RecordedHistory(Trail trail) {
        this.trail = trail;
    }

    /** What the entries that counted for a decision said, in the order in which they are named. */
    List<Assessment> of(RecordedDecision decision, AssessmentReader reader) throws CannotReplay {
        Map<Person, Set<String>> named = new LinkedHashMap<>();
        for (String id : decision.history()) {
            named.computeIfAbsent(Entry.personOf(id), none -> new LinkedHashSet<>())
                    .add(id);
        }
        List<Assessment> said = new ArrayList<>();
        for (Map.Entry<Person, Set<String>> one : named.entrySet()) {
            said.addAll(under(one.getKey(), one.getValue(), reader));
        }
        return said;
    }

    private List<Assessment> under(Person person, Set<String> ids, AssessmentReader reader) throws CannotReplay {
        List<Entry> entries = trail.of(person);
        Set<String> missing = new LinkedHashSet<>(ids);
        for (Entry entry : entries) {
            if (missing.remove(entry.id()) && entry.erased()) {
                throw CannotReplay.erased(entry.id());
            }
        }
        if (!missing.isEmpty()) {
            throw new CannotReplay(Why.LOST, "the trail has no entry `" + String.join("`, `", missing) + "`");
        }
        Set<String> decidedOn = decidedOn(entries, ids);
        Predicate<Entry> wanted = entry -> ids.contains(entry.id()) || decidedOn.contains(entry.decisionId());
        for (Entry entry : entries) {
            if (entry.erased() && wanted.test(entry)) {
                throw CannotReplay.erased(entry.id());
            }
        }
        try {
            Contributions contributions = new Contributions(entries, reader);
            return contributions.of(entry -> ids.contains(entry.id()), contributions.recorded(wanted)).stream()
                    .map(Contribution::assessment)
                    .toList();
        } catch (IllegalStateException unreadable) {
            throw RecordedDecision.notRead(unreadable);
        }
    }

    /** An outcome is dated after the contact that was decided on, whether or not that counts itself. */
    private static Set<String> decidedOn(List<Entry> entries, Set<String> ids) {
        Set<String> decisions = new LinkedHashSet<>();
        entries.stream()
                .filter(entry -> entry.kind() == Kind.OUTCOME && ids.contains(entry.id()))
                .forEach(entry -> ActEntries.decisionOf(entry).ifPresent(decisions::add));
        return decisions;
    }
}
