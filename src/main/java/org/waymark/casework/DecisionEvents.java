package org.waymark.casework;

import java.util.Optional;
import org.waymark.assessment.Json;
import org.waymark.assessment.PersonKey;
import org.waymark.casework.relay.Event;
import org.waymark.casework.relay.EventType;
import org.waymark.trail.Entry;
import org.waymark.trail.Trail;
import org.waymark.trail.TrailUnavailable;
import tools.jackson.databind.JsonNode;

/** What others are told of an entry. */
public final class DecisionEvents {

    private final Trail trail;

    public DecisionEvents(Trail trail) {
        this.trail = trail;
    }

    /**
     * The event that an entry is; nothing where nobody is told of it, or where it, or the decision that it is about, is
     * erased.
     *
     * @throws TrailUnavailable where the store does not answer
     */
    public Optional<Event> of(Entry entry) {
        return EventType.of(entry.kind()).filter(type -> !entry.erased()).flatMap(type -> event(entry, type));
    }

    private Optional<Event> event(Entry entry, EventType type) {
        String decisionId = ActEntries.decisionOf(entry).orElseThrow();
        if (type == EventType.PROPOSED) {
            return Optional.of(proposed(entry, decisionId));
        }
        Entry screened = trail.byDecision(decisionId)
                .orElseThrow(() -> new TrailUnavailable("the decision of entry `" + entry.id() + "` is lost", null));
        return screened.erased() ? Optional.empty() : Optional.of(act(entry, type, proposed(screened, decisionId)));
    }

    private static Event proposed(Entry screened, String decisionId) {
        String text = Contacts.text(screened, EntryContent.DECISION);
        JsonNode person = Json.read(text).path("youngPerson");
        PersonKey key = new PersonKey(
                person.path("area").asString(), person.path("reference").asString());
        return new Event(decisionId, EventType.PROPOSED, decisionId, key, screened.recordedAt(), text);
    }

    /** The decision's id tells about whom it is, so that with it the place in the trail is nobody else's. */
    private static Event act(Entry act, EventType type, Event proposed) {
        return new Event(
                proposed.decisionId() + "-" + act.sequence(),
                type,
                proposed.decisionId(),
                proposed.youngPerson(),
                act.recordedAt(),
                Json.write(Records.shown(act)));
    }
}
