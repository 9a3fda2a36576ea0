package org.waymark.screening.rule;

import org.waymark.screening.fact.Fact;

/** One thing that must hold for a rule to fire. */
public sealed interface Condition
        permits AgedCondition,
                AnsweredCondition,
                AreaCondition,
                ContactCondition,
                CountCondition,
                EventCondition,
                FigureCondition,
                RecommendedCondition,
                UnsettledCondition {

    /** Whether this fact meets the condition; for a negated one, whether it stands against it. */
    boolean matches(Fact fact);

    /** Whether the condition holds where no fact matches, rather than where one does. */
    default boolean negated() {
        return false;
    }
}
