package org.waymark.screening;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * How often each property of screenings is tried. The system property {@code waymark.fuzzTries} counts readings of one
 * file; a screening costs some of those, and an outcome with all its questions some hundred screenings.
 */
class ScreeningTries implements AroundPropertyHook {

    private final int cost;

    ScreeningTries() {
        this(5);
    }

    private ScreeningTries(int cost) {
        this.cost = cost;
    }

    /** Tries of properties that need outcomes with their questions. */
    static class OfWholeOutcomes extends ScreeningTries {

        OfWholeOutcomes() {
            super(100);
        }
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        context.attributes().setTries(Integer.getInteger("waymark.fuzzTries", 2_000) / cost);
        return property.execute();
    }

    /** Tries of properties that take every few facts away. */
    static class OfExplanations extends ScreeningTries {

        OfExplanations() {
            super(20);
        }
    }
}
