package org.waymark.screening.rule;

import org.waymark.screening.fact.Area;
import org.waymark.screening.fact.Fact;

/** The area has something that not every area has. */
public record AreaCondition(String attribute) implements Condition {

    @Override
    public boolean matches(Fact fact) {
        return new Area(attribute).equals(fact);
    }
}
