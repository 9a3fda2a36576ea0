package org.waymark.intake.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;
import org.waymark.access.BreakGlass;

/** How often somebody read about a young person of an area that is not theirs: each is for somebody to look into. */
@Component
class BreakGlassFigures implements MeterBinder {

    private final BreakGlass glass;

    BreakGlassFigures(BreakGlass glass) {
        this.glass = glass;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("waymark.break.glass", glass, BreakGlass::times)
                .description("Readings about young people of an area that is not the reader's, with a reason")
                .register(registry);
    }
}
