package org.waymark.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.assessment.Json;
import org.waymark.assessment.PersonKey;
import org.waymark.casework.Reading.Reader;
import org.waymark.casework.Reading.What;
import org.waymark.trail.Entry;
import org.waymark.trail.Trail;

/**
 * Shows what is recorded. That it is shown, to whom and why, is recorded before it is; where that cannot be recorded
 * nothing is shown, and where nothing can be shown no reading is recorded.
 *
 * <p>Every method throws {@link org.waymark.trail.TrailUnavailable} where the store does not answer.
 */
public final class Records {

    private final Trail trail;
    private final Reading reading;
    private final Explanations explanations;
    private final Replays replays;
    private final Clocks clocks;

    public Records(Trail trail, Reading reading, Explanations explanations, Replays replays, Clocks clocks) {
        this.trail = trail;
        this.reading = reading;
        this.explanations = explanations;
        this.replays = replays;
        this.clocks = clocks;
    }

    /**
     * The JSON of a decision as it stands now, if there is one with this id: as it was recorded, and behind that what
     * people did with it.
     *
     * @throws ErasedContent where it was erased
     */
    public Optional<String> decision(String decisionId, Visitor visitor) {
        return trail.byDecision(decisionId)
                .map(entry -> reading.showing(
                        entry.person(),
                        visitor.of(What.DECISION, decisionId),
                        known -> DecisionFile.standing(entry, known).shown()));
    }

    /**
     * A decision and what it was made on.
     *
     * @param decision its JSON as it stands now
     * @param assessment the JSON of the assessment, to the letter as it was recorded
     */
    public record DecidedOn(String decision, String assessment) {}

    /**
     * The decision with this id as it stands now, if there is one, and the assessment that it was made on.
     *
     * @throws ErasedContent where it was erased
     */
    public Optional<DecidedOn> decidedOn(String decisionId, Visitor visitor) {
        return trail.byDecision(decisionId)
                .map(entry -> reading.showing(entry.person(), visitor.of(What.DECISION, decisionId), known -> {
                    DecisionFile file = DecisionFile.standing(entry, known);
                    return new DecidedOn(file.shown(), Contacts.text(file.screened(), EntryContent.ASSESSMENT));
                }));
    }

    /**
     * The same as {@link #decision}, and behind it what it rests on, by the rules that decided; see {@link Explanations}.
     *
     * @throws ErasedContent where it was erased
     * @throws CannotReplay where those rules, or what it was decided on, are not to be had any more
     */
    public Optional<String> explained(String decisionId, Visitor visitor) throws CannotReplay {
        return read(explanations.decision(decisionId), decisionId, visitor.of(What.EXPLANATION, decisionId));
    }

    /**
     * The JSON of what a decision would be by the rules of then and of now, on what was known then and now; see
     * {@link Replays}.
     *
     * @throws CannotReplay where its own entry was erased
     */
    public Optional<String> replay(String decisionId, Visitor visitor) throws CannotReplay {
        return read(replays.fourWays(decisionId, visitor.areas()), decisionId, visitor.of(What.REPLAY, decisionId));
    }

    /** What takes long to find is found first: a reading of it is recorded once it is there to be shown. */
    private Optional<String> read(Optional<String> shown, String decisionId, Reader reader) {
        return shown.map(answer -> {
            trail.byDecision(decisionId).ifPresent(entry -> reading.of(entry.person(), reader));
            return answer;
        });
    }

    /** The JSON of the clocks that run over what is recorded about one young person, as they stand today. */
    public String clocks(PersonKey person, Visitor visitor) {
        String shown = clocks.of(person, visitor.areas());
        reading.of(person, visitor.of(What.CLOCKS, null));
        return shown;
    }

    /** The JSON of every entry about one young person, oldest first, as it was before this reading. */
    public String trail(PersonKey person, Visitor visitor) {
        List<Object> entries = new ArrayList<>();
        reading.of(person, visitor.of(What.TRAIL, null)).forEach(entry -> entries.add(shown(entry)));
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
