package org.waymark.intake.kafka;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Shows how the stream is. One that pauses or waits for its broker makes the service neither unwell nor unready: it
 * answers over HTTP all the same, and to start it again would mend nothing.
 */
final class StreamHealthIndicator implements HealthIndicator {

    static final Status PAUSED = new Status("PAUSED");
    static final Status UNREACHABLE = new Status("UNREACHABLE");

    private final StreamWatch watch;
    private final Pauses pauses;

    StreamHealthIndicator(StreamWatch watch, Pauses pauses) {
        this.watch = watch;
        this.pauses = pauses;
    }

    @Override
    public Health health() {
        StreamWatch.Sight sight = watch.sight();
        Health.Builder health = sight.reachable()
                ? pauses.now().map(StreamHealthIndicator::paused).orElseGet(Health::up)
                : Health.status(UNREACHABLE)
                        .withDetail("detail", sight.trouble())
                        .withDetail("since", sight.since().toString());
        return health.withDetail("lag", sight.lag()).build();
    }

    private static Health.Builder paused(Pauses.Pause pause) {
        return Health.status(PAUSED)
                .withDetail("reason", pause.reason().code())
                .withDetail("detail", pause.reason().words())
                .withDetail("since", pause.since().toString());
    }
}
