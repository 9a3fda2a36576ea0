package org.waymark.screening.rule;

import org.waymark.screening.fact.Fact;
import org.waymark.screening.fact.Recommended;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;

/**
 * An earlier stage recommended a pathway, at least at that level and at least that urgently; or, negated, did not.
 */
public record RecommendedCondition(Pathway pathway, String level, Urgency urgency, boolean negated)
        implements Condition {

    /** The fact that says so. */
    public Recommended fact() {
        return new Recommended(pathway, level, urgency);
    }

    @Override
    public boolean matches(Fact fact) {
        return fact().equals(fact);
    }
}
