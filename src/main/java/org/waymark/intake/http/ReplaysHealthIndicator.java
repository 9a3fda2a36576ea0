package org.waymark.intake.http;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.waymark.casework.nightly.NightlyReplay;
import org.waymark.casework.nightly.ReplayReport;

/**
 * Shows what the last replay of recorded decisions found. One that came out otherwise does not make the service unwell,
 * as whoever starts it again would mend nothing by that: the alarm is the error in the log, and the figure.
 */
@Component
class ReplaysHealthIndicator implements HealthIndicator {

    private final NightlyReplay nightly;

    ReplaysHealthIndicator(NightlyReplay nightly) {
        this.nightly = nightly;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        nightly.heard().ifPresentOrElse(report -> tell(report, health), () -> health.withDetail("replayed", 0));
        return health.build();
    }

    private static void tell(ReplayReport report, Health.Builder health) {
        health.withDetail("finishedAt", report.finishedAt().toString())
                .withDetail("replayed", report.replayed())
                .withDetail("different", report.different().size())
                .withDetail("impossible", report.impossibleInAll());
        if (!report.different().isEmpty()) {
            health.withDetail(
                    "alarm", "recorded decisions come out otherwise than they are recorded: see /api/replays/latest");
        }
    }
}
