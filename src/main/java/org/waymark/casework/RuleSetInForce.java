package org.waymark.casework;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.AssessmentReader;
import org.waymark.screening.Screener;
import org.waymark.screening.rule.RuleSet;

/** The rule set that screens now. It is swapped whole; a screening under way finishes on the one it began with. */
public final class RuleSetInForce {

    /**
     * A rule set that is ready to read assessments and to screen them.
     *
     * @param since when it was put in force here
     */
    public record Ready(RuleSet ruleSet, AssessmentReader reader, Screener screener, Instant since) {

        static Ready of(RuleSet ruleSet, Instant since) {
            return new Ready(ruleSet, new AssessmentReader(ruleSet.catalogue()), new Screener(ruleSet), since);
        }
    }

    private final AtomicReference<@Nullable Ready> current = new AtomicReference<>();

    /** Puts a rule set in force. */
    public void activate(RuleSet ruleSet, Instant since) {
        current.set(Ready.of(ruleSet, since));
    }

    /** The rule set in force, if there is one. */
    public Optional<Ready> current() {
        return Optional.ofNullable(current.get());
    }

    /**
     * The rule set in force.
     *
     * @throws NoRuleSet where none is
     */
    public Ready require() {
        return current().orElseThrow(NoRuleSet::new);
    }

    /** No rule set is in force, so nothing can be screened. */
    public static final class NoRuleSet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoRuleSet() {
            super("no rule set is in force");
        }
    }
}
