package org.waymark.casework;

import java.util.Optional;
import org.waymark.casework.CannotReplay.Why;
import org.waymark.ruleset.PastVersions;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.ruleset.RuleSetInForce.Ready;

/** The rules that decided, by the hash that a decision records: those in force as they are, others made ready again. */
final class RecordedRules {

    private final RuleSetInForce inForce;
    private final PastVersions past;

    RecordedRules(RuleSetInForce inForce, PastVersions past) {
        this.inForce = inForce;
        this.past = past;
    }

    /** What is done with rules. */
    @FunctionalInterface
    interface Work<T> {
        T by(Ready rules) throws CannotReplay;
    }

    <T> T with(RecordedDecision decision, Work<T> work) throws CannotReplay {
        Optional<Ready> ready = inForce.all().values().stream()
                .filter(one -> one.ruleSet().hash().equals(decision.ruleSetHash()))
                .findFirst();
        return ready.isPresent() ? work.by(ready.get()) : again(decision, work);
    }

    private <T> T again(RecordedDecision decision, Work<T> work) throws CannotReplay {
        try {
            return past.ask(decision.ruleSetHash(), work::by)
                    .orElseThrow(() -> new CannotReplay(
                            Why.RULES_NOT_KEPT,
                            "the files of the rule set " + named(decision) + " that decided are not kept here; the"
                                    + " decision stands as it is recorded"));
        } catch (PastVersions.NotReady broken) {
            throw new CannotReplay(
                    Why.RULES_NOT_READ,
                    "of the rules that decided, `" + decision.ruleSetName() + "`: " + broken.getMessage(),
                    broken);
        }
    }

    private static String named(RecordedDecision decision) {
        return "`" + decision.ruleSetName() + "` (`" + decision.ruleSetHash() + "`)";
    }
}
