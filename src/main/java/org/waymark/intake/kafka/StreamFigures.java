package org.waymark.intake.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what came in by the stream and what became of it. */
final class StreamFigures {

    private final MeterRegistry registry;

    StreamFigures(MeterRegistry registry) {
        this.registry = registry;
        for (PauseReason reason : PauseReason.values()) {
            pauses(reason);
        }
    }

    /** Counts a record that is settled; one that is read again is counted then. */
    void count(Outcome outcome) {
        if (outcome instanceof Outcome.Recorded recorded) {
            records(recorded.repeat() ? "repeat" : "recorded", "none").increment();
        } else if (outcome instanceof Outcome.Rejected rejected) {
            records("rejected", rejected.kind().code()).increment();
        }
    }

    /** Counts a pause that begins. */
    void paused(PauseReason reason) {
        pauses(reason).increment();
    }

    private Counter pauses(PauseReason reason) {
        return Counter.builder("waymark.stream.pauses")
                .tag("reason", reason.code())
                .description("How often the stream began to pause")
                .register(registry);
    }

    private Counter records(String result, String problem) {
        return Counter.builder("waymark.stream.records")
                .tag("result", result)
                .tag("problem", problem)
                .description("Records of the stream that were settled")
                .register(registry);
    }
}
