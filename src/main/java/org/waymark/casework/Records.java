package org.waymark.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
 * <p>Every method throws {@link org.waymark.trail.TrailUnavailable} where the store does not answer. The reason is why
 * they look, null where they do not say.
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
    public Optional<String> decision(String decisionId, String actor, @Nullable String reason) {
        Reader reader = new Reader(actor, What.DECISION, decisionId, reason);
        return trail.byDecision(decisionId)
                .map(entry -> reading.showing(
                        entry.person(),
                        reader,
                        known -> DecisionFile.standing(entry, known).shown()));
    }

    /**
     * The same, and behind it what it rests on, by the rules that decided; see {@link Explanations}.
     *
     * @throws ErasedContent where it was erased
     * @throws CannotReplay where those rules, or what it was decided on, are not to be had any more
     */
    public Optional<String> explained(String decisionId, String actor, @Nullable String reason) throws CannotReplay {
        Optional<String> shown = explanations.decision(decisionId);
        return read(shown, new Reader(actor, What.EXPLANATION, decisionId, reason));
    }

    /**
     * The JSON of what a decision would be by the rules of then and of now, on what was known then and now; see
     * {@link Replays}.
     *
     * @throws CannotReplay where its own entry was erased
     */
    public Optional<String> replay(String decisionId, String actor, @Nullable String reason) throws CannotReplay {
        Optional<String> shown = replays.fourWays(decisionId);
        return read(shown, new Reader(actor, What.REPLAY, decisionId, reason));
    }

    /** What takes long to find is found first: a reading of it is recorded once it is there to be shown. */
    private Optional<String> read(Optional<String> shown, Reader reader) {
        return shown.map(answer -> {
            String decisionId = Objects.requireNonNull(reader.decisionId());
            trail.byDecision(decisionId).ifPresent(entry -> reading.of(entry.person(), reader));
            return answer;
        });
    }

    /** The JSON of the clocks that run over what is recorded about one young person, as they stand today. */
    public String clocks(PersonKey person, String actor, @Nullable String reason) {
        String shown = clocks.of(person);
        reading.of(person, new Reader(actor, What.CLOCKS, reason));
        return shown;
    }

    /**
     * The JSON of every entry about one young person, oldest first, as it was before this reading.
     */
    public String trail(PersonKey person, String actor, @Nullable String reason) {
        List<Object> entries = new ArrayList<>();
        reading.of(person, new Reader(actor, What.TRAIL, reason)).forEach(entry -> entries.add(shown(entry)));
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
