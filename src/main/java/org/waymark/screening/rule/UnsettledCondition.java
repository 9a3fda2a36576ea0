package org.waymark.screening.rule;

import org.waymark.screening.fact.Fact;
import org.waymark.screening.fact.Unsettled;

/** Enough factors of a group were asked and are not settled. */
public record UnsettledCondition(String group, int factors) implements Condition {

    @Override
    public boolean matches(Fact fact) {
        return fact instanceof Unsettled found && found.group().equals(group) && found.factors() >= factors;
    }
}
