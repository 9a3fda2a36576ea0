package org.waymark.intake.http;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.waymark.trail.sealing.Sealing;

/**
 * A log that was cut short or replaced is told at once. It takes no part in readiness: children are screened all the
 * same, and what is recorded meanwhile is sealed once the log is mended.
 */
@Component
class LogHealthIndicator implements HealthIndicator {

    private final Sealing sealing;

    LogHealthIndicator(Sealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public Health health() {
        Health.Builder health = sealing.trouble()
                .map(fault -> Health.down().withDetail("detail", fault))
                .orElseGet(Health::up);
        sealing.witnessTrouble().forEach((witness, fault) -> health.withDetail("witness " + witness, fault));
        return health.build();
    }
}
