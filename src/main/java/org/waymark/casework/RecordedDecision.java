package org.waymark.casework;

import java.util.List;
import java.util.Objects;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.Json;
import org.waymark.casework.CannotReplay.Why;
import org.waymark.trail.Entry;
import tools.jackson.databind.JsonNode;

/**
 * What an entry holds of a decision that was made: all that is needed to make it again.
 *
 * @param text the decision's JSON, to the letter
 * @param decision the same, read
 * @param history the ids of the entries that counted as history
 */
record RecordedDecision(Entry entry, String text, JsonNode decision, List<String> history) {

    /** INVARIANT: no text before it can hold this, since within a text a quotation mark is escaped. */
    private static final String OUTCOME = ",\"outcome\":";

    RecordedDecision {
        history = List.copyOf(history);
    }

    static RecordedDecision of(Entry screened) throws CannotReplay {
        if (screened.erased()) {
            throw CannotReplay.erased(screened.id());
        }
        String text = Contacts.text(screened, EntryContent.DECISION);
        List<String> history = Json.read(Contacts.text(screened, EntryContent.HISTORY))
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        return new RecordedDecision(screened, text, Json.read(text), history);
    }

    String id() {
        return Objects.requireNonNull(entry.decisionId(), "an entry of a decision has its id");
    }

    String ruleSetName() {
        return decision.at("/ruleSet/name").asString();
    }

    String ruleSetHash() {
        return decision.at("/ruleSet/hash").asString();
    }

    /** What computed it. */
    JsonNode engine() {
        return Json.read(Contacts.text(entry, EntryContent.ENGINE));
    }

    String area() {
        return decision.at("/youngPerson/area").asString();
    }

    /** The JSON of the outcome, byte for byte as it was recorded. */
    String outcome() {
        int at = text.indexOf(OUTCOME);
        if (at < 0) {
            throw new IllegalStateException("the decision of entry " + entry.id() + " has no outcome");
        }
        return text.substring(at + OUTCOME.length(), text.length() - 1);
    }

    /** What was submitted, read by these rules. */
    Assessment input(AssessmentReader reader) throws CannotReplay {
        try {
            return reader.reread(Contacts.text(entry, EntryContent.ASSESSMENT)).assessment();
        } catch (IllegalStateException unreadable) {
            throw notRead(unreadable);
        }
    }

    static CannotReplay notRead(IllegalStateException cause) {
        return new CannotReplay(
                Why.NOT_READ,
                "this version of the program does not read by these rules what was recorded then; the decision stands as"
                        + " it is recorded",
                cause);
    }
}
