package org.waymark.intake.http;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.ruleset.RuleSetInForce.Ready;

/** A service without rules is not well: it can screen nobody. */
@Component
class RulesHealthIndicator implements HealthIndicator {

    private final RuleSetInForce inForce;

    RulesHealthIndicator(RuleSetInForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public Health health() {
        return inForce.current().map(this::up).orElseGet(RulesHealthIndicator::down);
    }

    /** A version that cannot be put in force is told; the last good one screens, so that the service is well. */
    private Health up(Ready ready) {
        Health.Builder health = Health.up()
                .withDetail("name", ready.ruleSet().name())
                .withDetail("hash", ready.ruleSet().hash());
        inForce.trouble().forEach((area, fault) -> health.withDetail("not in force for " + area, fault));
        return health.build();
    }

    private static Health down() {
        return Health.down().withDetail("detail", "no rule set is in force").build();
    }
}
