package org.waymark.intake.http;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.waymark.access.BreakGlass;

/** Shows for a day that the glass was broken on this node. The service is none the worse for it: somebody has to look. */
@Component
class BreakGlassHealthIndicator implements HealthIndicator {

    private final BreakGlass glass;

    BreakGlassHealthIndicator(BreakGlass glass) {
        this.glass = glass;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up().withDetail("inTheLast24Hours", glass.lastDay());
        glass.last()
                .ifPresent(last -> health.withDetail("last", last.toString())
                        .withDetail(
                                "alarm",
                                "somebody read about a young person of an area that is not theirs: see `readers`"));
        return health.build();
    }
}
