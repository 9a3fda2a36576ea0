package org.waymark.screening.rule;

import org.waymark.screening.fact.Fact;
import org.waymark.screening.fact.Several;

/**
 * Enough factors of a group are yes.
 *
 * @param factors how many at least
 * @param domains from how many domains at least
 * @param withinDays how recent their events must be, in days, {@link Fact#EVER} for at any time
 */
public record CountCondition(String group, int factors, int domains, int withinDays) implements Condition {

    @Override
    public boolean matches(Fact fact) {
        return fact instanceof Several found
                && found.group().equals(group)
                && found.withinDays() == withinDays
                && found.factors() >= factors
                && found.domains() >= domains;
    }
}
