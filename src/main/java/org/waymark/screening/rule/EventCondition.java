package org.waymark.screening.rule;

import org.waymark.screening.fact.Fact;
import org.waymark.screening.fact.Happened;
import org.waymark.screening.fact.Offence;

/**
 * An event happened often enough, lately enough.
 *
 * @param withinDays the window in days, {@link Fact#EVER} for at any time
 * @param times how often at least
 * @param offence whether only what police or youth justice reported counts
 */
public record EventCondition(String factor, int withinDays, int times, boolean offence) implements Condition {

    @Override
    public boolean matches(Fact fact) {
        if (offence) {
            return fact instanceof Offence found
                    && found.factor().equals(factor)
                    && found.withinDays() == withinDays
                    && found.times() >= times;
        }
        return fact instanceof Happened found
                && found.factor().equals(factor)
                && found.withinDays() == withinDays
                && found.times() >= times;
    }
}
