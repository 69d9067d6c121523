package io.guidepost.related;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Tells operators when the search engine is away. The server still serves then, so this is no outage of its own. */
@Component("search")
class SearchHealth implements HealthIndicator {

    /** Answers are given, but related careers come from pins alone. */
    private static final Status DEGRADED = new Status("DEGRADED");

    private final IndexFollower follower;

    SearchHealth(IndexFollower follower) {
        this.follower = follower;
    }

    @Override
    public Health health() {
        int release = follower.release();
        return release < 0 ? Health.status(DEGRADED).build() : Health.up().withDetail("release", release).build();
    }
}
