package org.waymark.pages.tour;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the frame of every page asks: whether this is a demo, and at which step of its tour somebody is. */
@Component("tour")
class Tour {

    private static final List<Step> STEPS = List.of(Step.values());

    private final boolean demo;

    Tour(@Value("${waymark.demo:false}") boolean demo) {
        this.demo = demo;
    }

    /** Whether nobody in it is real. */
    public boolean demo() {
        return demo;
    }

    public List<Step> steps() {
        return STEPS;
    }

    /** @param asked what stands in the address, which may be anything */
    public @Nullable Step at(@Nullable String asked) {
        return demo
                ? STEPS.stream()
                        .filter(step -> String.valueOf(step.number()).equals(asked))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** The one before; nothing before the first. */
    public @Nullable Step before(Step step) {
        return step.ordinal() == 0 ? null : STEPS.get(step.ordinal() - 1);
    }

    /** The next; nothing after the last. */
    public @Nullable Step after(Step step) {
        return step.number() == STEPS.size() ? null : STEPS.get(step.number());
    }
}
