package io.guidepost.work;

import java.time.Clock;
import java.time.Instant;
import io.guidepost.web.Degraded;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Tells operators when working copies cannot be searched, or are found as they were some time ago. All else is served then. */
@Component("workSearch")
class WorkHealth implements HealthIndicator {

    private final WorkFollower follower;
    private final WorkProperties properties;
    private final Clock clock;

    WorkHealth(WorkFollower follower, WorkProperties properties, Clock clock) {
        this.follower = follower;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Instant caughtUp = follower.caughtUp();
        if (caughtUp == null) {
            return Health.status(Degraded.STATUS).build();
        }
        boolean behind = caughtUp.plus(properties.patience().multipliedBy(2)).isBefore(clock.instant());
        return Health.status(behind || !follower.available() ? Degraded.STATUS : Status.UP).withDetail("asOf", caughtUp)
                .build();
    }
}
