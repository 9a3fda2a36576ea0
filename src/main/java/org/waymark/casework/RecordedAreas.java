package org.waymark.casework;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.waymark.access.Areas;
import org.waymark.access.DecisionAreas;
import org.waymark.assessment.Json;
import org.waymark.trail.Entry;
import org.waymark.trail.Kind;
import org.waymark.trail.Trail;

/**
 * Says which area decisions, and what they rest on, are of. The trail keeps pseudonyms in the open and areas in the
 * encrypted content alone, so of what is erased nobody knows it any more.
 */
public final class RecordedAreas implements DecisionAreas {

    /** Stands for the area of what is erased: only who has all areas has it. */
    private static final String UNKNOWN = Areas.EVERY;

    private final Trail trail;

    public RecordedAreas(Trail trail) {
        this.trail = trail;
    }

    @Override
    public Optional<String> areaOf(String decisionId) {
        return trail.byDecision(decisionId).flatMap(RecordedAreas::areaOf);
    }

    private static Optional<String> areaOf(Entry screened) {
        return screened.erased() || screened.kind() != Kind.SCREENED
                ? Optional.empty()
                : Optional.of(Json.read(Contacts.text(screened, EntryContent.DECISION))
                        .at("/youngPerson/area")
                        .asString());
    }

    /**
     * The areas in which the history of a decision was recorded, its own left out; among them {@link Areas#EVERY} where
     * that of a part of it is erased. Nothing for a decision that is unknown.
     */
    public Set<String> behind(String decisionId) {
        Set<String> areas = new TreeSet<>();
        trail.byDecision(decisionId)
                .filter(entry -> !entry.erased())
                .ifPresent(entry -> Json.read(Contacts.text(entry, EntryContent.HISTORY))
                        .valueStream()
                        .map(id -> Entry.personOf(id.asString()))
                        .filter(person -> !person.equals(entry.person()))
                        .distinct()
                        .forEach(person -> areas.add(trail.of(person).stream()
                                .flatMap(one -> Stream.ofNullable(areaOf(one).orElse(null)))
                                .findFirst()
                                .orElse(UNKNOWN))));
        return areas;
    }
}
