package org.waymark.screening.rule;

import org.waymark.screening.fact.Fact;
import org.waymark.screening.fact.Measured;

/**
 * A figure is on the right side of its limit.
 *
 * @param withinDays how old the figure may be, in days, {@link Fact#EVER} for any age
 */
public record FigureCondition(String factor, Comparison comparison, double limit, int withinDays) implements Condition {

    @Override
    public boolean matches(Fact fact) {
        return fact instanceof Measured found
                && found.factor().equals(factor)
                && found.withinDays() == withinDays
                && comparison.holds(found.value(), limit);
    }
}
