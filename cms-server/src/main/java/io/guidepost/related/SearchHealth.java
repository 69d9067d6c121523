package io.guidepost.related;

import io.guidepost.web.Degraded;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells operators when the search engine is away. The server still serves then, so this is no outage of its own. */
@Component("search")
class SearchHealth implements HealthIndicator {

    private final IndexFollower follower;

    SearchHealth(IndexFollower follower) {
        this.follower = follower;
    }

    @Override
    public Health health() {
        int release = follower.release();
        return release < 0
                ? Health.status(Degraded.STATUS).build()
                : Health.up().withDetail("release", release).build();
    }
}
