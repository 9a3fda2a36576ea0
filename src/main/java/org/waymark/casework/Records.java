package org.waymark.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Json;
import org.waymark.assessment.PersonKey;
import org.waymark.trail.Entry;
import org.waymark.trail.Trail;

/** Shows what is recorded. */
public final class Records {

    private final Trail trail;
    private final Reading reading;

    public Records(Trail trail, Reading reading) {
        this.trail = trail;
        this.reading = reading;
    }

    /**
     * The JSON of a decision as it stands now, if there is one with this id: as it was recorded, and behind that what
     * people did with it.
     *
     * @throws ErasedContent where it was erased
     */
    public Optional<String> decision(String decisionId) {
        return DecisionFile.find(trail, decisionId).map(DecisionFile::shown);
    }

    /**
     * Records that somebody of another area is about to be shown a decision, before they are.
     *
     * @param reason why they broke the glass; null where they did not have to, and then nothing is recorded
     */
    public void readUnderGlass(String decisionId, String actor, @Nullable String reason) {
        if (reason != null) {
            trail.byDecision(decisionId)
                    .ifPresent(entry ->
                            reading.of(entry.person(), new Reading.Reader(actor, Reading.What.DECISION, reason, true)));
        }
    }

    /**
     * The JSON of every entry about one young person, oldest first, as it was before this reading, which is recorded.
     *
     * @param reason why they look, null where they do not say
     */
    public String trail(PersonKey person, String actor, @Nullable String reason) {
        return trail(person, new Reading.Reader(actor, Reading.What.TRAIL, reason));
    }

    /** The same, to a reader who says what else there is to record of the reading. */
    public String trail(PersonKey person, Reading.Reader reader) {
        List<Object> entries = new ArrayList<>();
        reading.of(person, reader).forEach(entry -> entries.add(shown(entry)));
        return Json.write(Map.of("entries", entries));
    }

    static Map<String, Object> shown(Entry entry) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("sequence", entry.sequence());
        shown.put("kind", entry.kind().code());
        shown.put("format", entry.format());
        ActEntries.decisionOf(entry).ifPresent(decisionId -> shown.put(ActEntries.DECISION_ID, decisionId));
        shown.put("recordedAt", entry.recordedAt());
        shown.put("actor", entry.actor());
        if (entry.erased()) {
            shown.put("erased", true);
        }
        entry.content().forEach((name, text) -> shown.put(name, Json.read(text)));
        return shown;
    }
}
