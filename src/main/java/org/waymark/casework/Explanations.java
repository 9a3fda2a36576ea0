package org.waymark.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Json;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.screening.outcome.Explanation;
import org.waymark.trail.Entry;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.TrailUnavailable;
import tools.jackson.databind.JsonNode;

/**
 * Says what recorded decisions rest on. It is found anew each time, from what was recorded then: the assessment, the
 * entries that counted as its history, and the rule set, which must still be the one that decided.
 */
public final class Explanations {

    private final RuleSetInForce inForce;
    private final Trail trail;
    private final People people;

    public Explanations(RuleSetInForce inForce, Trail trail, Pseudonyms pseudonyms) {
        this.inForce = inForce;
        this.trail = trail;
        this.people = new People(trail, pseudonyms);
    }

    /**
     * The JSON of a decision as it stands now, and behind it what it rests on; nothing where none has this id.
     *
     * @throws OtherRules where the rules that decided are not in force any more
     * @throws ErasedContent where it, or something of its history, was erased
     * @throws TrailUnavailable where the store does not answer
     */
    public Optional<String> decision(String decisionId) throws OtherRules {
        Optional<DecisionFile> file = DecisionFile.find(trail, decisionId);
        return file.isPresent()
                ? Optional.of(explained(file.get().screened(), file.get().shown()))
                : Optional.empty();
    }

    /** The same with the decision as it was recorded, whatever people did with it since. */
    public Optional<String> recorded(String decisionId) throws OtherRules {
        Optional<DecisionFile> file = DecisionFile.find(trail, decisionId);
        return file.isPresent()
                ? Optional.of(explained(file.get().screened(), file.get().recorded()))
                : Optional.empty();
    }

    private String explained(Entry entry, String shown) throws OtherRules {
        JsonNode decision = Json.read(Contacts.text(entry, EntryContent.DECISION));
        RuleSetInForce.Ready ready =
                inForce.require(decision.at("/youngPerson/area").asString());
        JsonNode ruleSet = decision.path("ruleSet");
        if (!ruleSet.path("hash").asString().equals(ready.ruleSet().hash())) {
            throw new OtherRules(ruleSet.path("name").asString());
        }
        Assessment assessment = ready.reader()
                .reread(Contacts.text(entry, EntryContent.ASSESSMENT))
                .assessment();
        Contacts contacts = Contacts.about(assessment, people, ready.reader());
        List<String> history = history(entry);
        if (contacts.anyErased(history)) {
            throw new ErasedContent("something that this decision rests on");
        }
        return with(shown, ready.screener().explain(assessment, contacts.in(history)));
    }

    private static List<String> history(Entry entry) {
        List<String> ids = new ArrayList<>();
        Json.read(Contacts.text(entry, EntryContent.HISTORY)).forEach(id -> ids.add(id.asString()));
        return ids;
    }

    /** A decision's JSON, to the letter, and its explanation as one more field at the end. */
    static String with(String decision, Explanation explanation) {
        return Json.with(decision, "explanation", explanation);
    }
}
