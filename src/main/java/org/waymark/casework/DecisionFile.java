package org.waymark.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.assessment.Json;
import org.waymark.casework.judgement.Result;
import org.waymark.casework.judgement.State;
import org.waymark.casework.judgement.Status;
import org.waymark.trail.Entry;
import org.waymark.trail.Kind;
import org.waymark.trail.Trail;
import tools.jackson.databind.JsonNode;

/**
 * A recorded decision and what people did with it since.
 *
 * @param screened the entry that made it
 * @param acts the entries of what was done with it, oldest first
 * @param nextSequence the place of the next entry about the same young person
 */
record DecisionFile(Entry screened, List<Entry> acts, long nextSequence) {

    private static final String STATUS = "\"status\":";

    DecisionFile {
        acts = List.copyOf(acts);
    }

    /**
     * The decision with this id, if there is one.
     *
     * @throws ErasedContent where it was erased
     */
    static Optional<DecisionFile> find(Trail trail, String decisionId) {
        return trail.byDecision(decisionId).map(entry -> standing(entry, trail.of(entry.person())));
    }

    /**
     * As the whole trail has it: what is erased there is erased here, though its key may not be gone yet.
     *
     * @throws ErasedContent where it was erased
     */
    static DecisionFile standing(Entry found, List<Entry> entries) {
        Entry screened = entries.get(Math.toIntExact(found.sequence() - 1));
        if (screened.erased()) {
            throw new ErasedContent("this decision");
        }
        return of(screened, entries);
    }

    /**
     * A decision among what is recorded about the young person.
     *
     * @param entries all that is recorded under that reference, oldest first
     */
    static DecisionFile of(Entry screened, List<Entry> entries) {
        String id = Optional.ofNullable(screened.decisionId()).orElseThrow();
        return new DecisionFile(
                screened,
                entries.stream().filter(entry -> ActEntries.isAbout(entry, id)).toList(),
                entries.get(entries.size() - 1).sequence() + 1);
    }

    /** The same with one more act. */
    DecisionFile and(Entry act) {
        return new DecisionFile(
                screened, Stream.concat(acts.stream(), Stream.of(act)).toList(), nextSequence + 1);
    }

    /** The JSON of the decision, to the letter as it was recorded. */
    String recorded() {
        return Contacts.text(screened, EntryContent.DECISION);
    }

    JsonNode decision() {
        return Json.read(recorded());
    }

    /** Where it stands now. */
    State state() {
        return State.after(
                Result.read(decision().path("outcome")),
                acts.stream().map(ActEntries::act).toList());
    }

    /**
     * The JSON of the decision as it stands now: as it was recorded, with its status, and behind it the result that
     * holds and what people did. While nobody has done anything it is what was recorded.
     */
    String shown() {
        if (acts.isEmpty()) {
            return recorded();
        }
        State state = state();
        // Within a text a quotation mark is escaped, so that nothing else can look like this field.
        String now = recorded().replaceFirst(STATUS + Json.write(Status.PROPOSED), STATUS + Json.write(state.status()));
        return Json.with(Json.with(now, "result", holds(state)), "people", people(state));
    }

    private static Map<String, Object> holds(State state) {
        Result result = state.result();
        Map<String, Object> holds = new LinkedHashMap<>();
        holds.put("primary", result.primary());
        holds.put("urgency", result.urgency());
        holds.put("respondBy", result.respondBy());
        holds.put("pathways", result.pathways());
        holds.put("by", state.by());
        if (state.countersignedBy() != null) {
            holds.put("countersignedBy", state.countersignedBy());
        }
        holds.put("at", state.at());
        return holds;
    }

    private Map<String, Object> people(State state) {
        List<Object> shown = new ArrayList<>();
        acts.forEach(act -> shown.add(shown(act)));
        Map<String, Object> people = new LinkedHashMap<>();
        people.put("corrected", state.corrected());
        people.put("withdrawn", state.withdrawn());
        people.put("acts", shown);
        return people;
    }

    private static Map<String, Object> shown(Entry act) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("sequence", act.sequence());
        shown.put("kind", act.kind().code());
        shown.put("actor", act.actor());
        shown.put("recordedAt", act.recordedAt());
        JsonNode content = ActEntries.content(act).orElseThrow();
        content.properties().stream()
                .filter(field -> !field.getKey().equals(ActEntries.DECISION_ID))
                .forEach(field -> shown.put(field.getKey(), field.getValue()));
        if (act.kind() == Kind.OUTCOME) {
            shown.put("readByRules", !content.path(OutcomeContact.COUNTS).isEmpty());
        }
        return shown;
    }
}
