package org.waymark.casework;

import java.util.Optional;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Json;
import org.waymark.ruleset.PastVersions;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.screening.outcome.Explanation;
import org.waymark.trail.Entry;
import org.waymark.trail.Trail;
import org.waymark.trail.TrailUnavailable;

/**
 * Says what recorded decisions rest on. It is found anew each time, from what was recorded then: the assessment, the
 * entries that counted as its history, and the rule set that decided, in force or not.
 */
public final class Explanations {

    private final RecordedRules rules;
    private final Trail trail;
    private final RecordedHistory history;

    public Explanations(RuleSetInForce inForce, PastVersions past, Trail trail) {
        this.rules = new RecordedRules(inForce, past);
        this.trail = trail;
        this.history = new RecordedHistory(trail);
    }

    /**
     * The JSON of a decision as it stands now, and behind it what it rests on; nothing where none has this id. Where the
     * rules that decided are not in force any more it may take the seconds that they take to be compiled.
     *
     * @throws ErasedContent where it was erased
     * @throws CannotReplay where those rules, or what it was decided on, are not to be had any more
     * @throws TrailUnavailable where the store does not answer
     */
    Optional<String> decision(String decisionId) throws CannotReplay {
        Optional<DecisionFile> file = DecisionFile.find(trail, decisionId);
        return file.isPresent()
                ? Optional.of(explained(file.get().screened(), file.get().shown()))
                : Optional.empty();
    }

    /** The same with the decision as it was recorded, whatever people did with it since. */
    public Optional<String> recorded(String decisionId) throws CannotReplay {
        Optional<DecisionFile> file = DecisionFile.find(trail, decisionId);
        return file.isPresent()
                ? Optional.of(explained(file.get().screened(), file.get().recorded()))
                : Optional.empty();
    }

    private String explained(Entry entry, String shown) throws CannotReplay {
        RecordedDecision recorded = RecordedDecision.of(entry);
        return rules.with(recorded, ready -> {
            Assessment assessment = recorded.input(ready.reader());
            return with(shown, ready.screener().explain(assessment, history.of(recorded, ready.reader())));
        });
    }

    /** A decision's JSON, to the letter, and its explanation as one more field at the end. */
    static String with(String decision, Explanation explanation) {
        return Json.with(decision, "explanation", explanation);
    }
}
