package org.waymark.casework;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.access.Areas;
import org.waymark.access.Sharing;
import org.waymark.assessment.Json;
import org.waymark.casework.replay.Differences;
import org.waymark.casework.replay.Replayed;
import org.waymark.ruleset.PastVersions;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.trail.Entry;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.TrailUnavailable;

/**
 * Makes recorded decisions again: with the rule set that decided, on the input and the history that are recorded with
 * them. The outcome must be the same, byte for byte. Nothing is recorded by it.
 *
 * <p>Every method throws {@link TrailUnavailable} where the store does not answer.
 */
public final class Replays {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

    private final RuleSetInForce inForce;
    private final RecordedRules rules;
    private final Trail trail;
    private final RecordedHistory history;
    private final People people;
    private final Sharing sharing;

    public Replays(RuleSetInForce inForce, PastVersions past, Trail trail, Pseudonyms pseudonyms) {
        this(inForce, past, trail, pseudonyms, Sharing.EVERYBODY);
    }

    /** @param sharing who may join what another area knows */
    public Replays(RuleSetInForce inForce, PastVersions past, Trail trail, Pseudonyms pseudonyms, Sharing sharing) {
        this.inForce = inForce;
        this.rules = new RecordedRules(inForce, past);
        this.trail = trail;
        this.history = new RecordedHistory(trail);
        this.people = new People(trail, pseudonyms);
        this.sharing = sharing;
    }

    /** What comes of making a decision again; nothing where none has this id. */
    public Optional<Replayed> again(String decisionId) {
        return trail.byDecision(decisionId).map(this::again);
    }

    /** The same of the entry that made it. */
    public Replayed again(Entry screened) {
        try {
            RecordedDecision recorded = RecordedDecision.of(screened);
            Facts facts = Facts.then(recorded, history);
            String outcome = rules.with(recorded, ready -> {
                Facts.Known known = facts.by(ready);
                return Json.write(ready.screener().screen(known.assessment(), known.history()));
            });
            Differences where = Differences.between(recorded.outcome(), outcome, FourWays.OUTCOME);
            return where.none() ? new Replayed.Same() : new Replayed.Different(where);
        } catch (CannotReplay impossible) {
            return new Replayed.Impossible(impossible.why(), String.valueOf(impossible.getMessage()));
        } catch (TrailUnavailable unavailable) {
            throw unavailable;
        } catch (RuntimeException defect) {
            // One decision that cannot be made again must not keep the others from it.
            LOG.error("The decision {} cannot be made again", screened.decisionId(), defect);
            return new Replayed.Impossible(CannotReplay.Why.FAILED, "this version of the program fails on it");
        }
    }

    /**
     * The JSON of what a decision would be by the rules of then and of now, on what was known then and what is known now,
     * side by side; nothing where none has this id.
     *
     * @throws CannotReplay where its own entry was erased
     */
    Optional<String> fourWays(String decisionId) throws CannotReplay {
        return fourWays(decisionId, Areas.ALL);
    }

    /** The same for somebody who may not know of all areas. */
    Optional<String> fourWays(String decisionId, Areas areas) throws CannotReplay {
        Optional<Entry> entry = trail.byDecision(decisionId);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        RecordedDecision recorded = RecordedDecision.of(entry.get());
        FactsNow factsNow = new FactsNow(people, areas, sharing);
        return Optional.of(new FourWays(recorded, inForce.require(recorded.area()), rules, history, factsNow).json());
    }
}
