package org.waymark.intake.kafka;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;
import org.waymark.casework.relay.EventType;
import org.waymark.casework.relay.Relaying;

/** How far decisions are out, and how many this node sent. */
@Component
@WhenKafkaIsOn
class RelayFigures implements MeterBinder {

    private final Relaying relaying;

    RelayFigures(Relaying relaying) {
        this.relaying = relaying;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("waymark.relay.lag", relaying, Relaying::lag)
                .description("Entries of the log that are not passed on yet")
                .register(registry);
        Gauge.builder("waymark.relay.lag.seconds", relaying, one -> one.oldest().toMillis() / 1000.0)
                .description("How long ago the oldest of them was recorded")
                .register(registry);
        Gauge.builder("waymark.relay.holder", relaying, one -> one.holdsLease() ? 1 : 0)
                .description("1 where this node is the one that passes on")
                .register(registry);
        for (EventType type : EventType.values()) {
            FunctionCounter.builder("waymark.relay.events", relaying, one -> one.sent(type))
                    .tag("type", type.code())
                    .description("Events that this node sent, repeats too")
                    .register(registry);
        }
        FunctionCounter.builder("waymark.relay.passed.over", relaying, Relaying::passedOver)
                .description("Entries that nobody is told of, as they are erased")
                .register(registry);
    }
}
