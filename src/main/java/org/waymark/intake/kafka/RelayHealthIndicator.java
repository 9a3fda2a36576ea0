package org.waymark.intake.kafka;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.waymark.casework.relay.Relaying;

/**
 * Shows whether decisions go out. Where they do not, the service stays well: they are recorded and wait, and whoever
 * starts it again would mend nothing by that.
 */
@Component
@WhenKafkaIsOn
class RelayHealthIndicator implements HealthIndicator {

    private final Relaying relaying;

    RelayHealthIndicator(Relaying relaying) {
        this.relaying = relaying;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up()
                .withDetail("holdsLease", relaying.holdsLease())
                .withDetail("lag", relaying.lag())
                .withDetail("lagSeconds", relaying.oldest().toSeconds());
        relaying.trouble().ifPresent(trouble -> health.withDetail("trouble", trouble));
        return health.build();
    }
}
