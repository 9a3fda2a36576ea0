package org.waymark.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;
import org.waymark.casework.stream.Accounts;

/** The figure that is always 0. */
@Component
class UnrecordedDecisions implements MeterBinder {

    private final Accounts accounts;

    UnrecordedDecisions(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("waymark.unrecorded.decisions", accounts, Accounts::unrecorded)
                .description("Decisions that were answered or acknowledged and are not recorded: always 0")
                .register(registry);
    }
}
