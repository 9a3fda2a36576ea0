package org.waymark.intake.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;
import org.waymark.casework.nightly.NightlyReplay;
import org.waymark.casework.replay.Replayed.Result;

/** How many recorded decisions this node made again, by what came out, and how many the last run anywhere found different. */
@Component
class ReplayFigures implements MeterBinder {

    private final NightlyReplay nightly;

    ReplayFigures(NightlyReplay nightly) {
        this.nightly = nightly;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Result result : Result.values()) {
            FunctionCounter.builder("waymark.replays", nightly, one -> one.count(result))
                    .tag("result", result.code())
                    .description("Recorded decisions that were made again by themselves")
                    .register(registry);
        }
        Gauge.builder("waymark.replays.differing", nightly, ReplayFigures::differing)
                .description("Decisions that came out otherwise than recorded in the last run")
                .register(registry);
    }

    private static double differing(NightlyReplay nightly) {
        return nightly.heard().map(report -> report.different().size()).orElse(0);
    }
}
