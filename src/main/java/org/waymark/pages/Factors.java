package org.waymark.pages;

import org.springframework.stereotype.Component;
import org.waymark.assessment.Factor;
import org.waymark.ruleset.RuleSetInForce;

/** What factors are called in the rules in force. */
@Component("factors")
public final class Factors {

    private final RuleSetInForce inForce;

    Factors(RuleSetInForce inForce) {
        this.inForce = inForce;
    }

    /** The label of a factor; its code where the rules in force do not know it any more, or none are in force. */
    public String label(String factor) {
        return inForce.current()
                .flatMap(ready -> ready.ruleSet().catalogue().factor(factor))
                .map(Factor::label)
                .orElse(factor);
    }
}
