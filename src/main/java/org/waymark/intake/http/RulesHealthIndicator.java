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
        return inForce.current().map(RulesHealthIndicator::up).orElseGet(RulesHealthIndicator::down);
    }

    private static Health up(Ready ready) {
        return Health.up()
                .withDetail("name", ready.ruleSet().name())
                .withDetail("hash", ready.ruleSet().hash())
                .build();
    }

    private static Health down() {
        return Health.down().withDetail("detail", "no rule set is in force").build();
    }
}
