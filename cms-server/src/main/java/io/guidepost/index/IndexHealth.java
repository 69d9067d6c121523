package io.guidepost.index;

import io.guidepost.index.Standing.Condition;
import io.guidepost.web.Degraded;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells operators how the search indexes stand, what is wrong and since when. The server serves all the same, so this is no outage of its own. */
@Component("search")
class IndexHealth implements HealthIndicator {

    private final List<IndexFollower> followers;

    IndexHealth(List<IndexFollower> followers) {
        this.followers = followers;
    }

    @Override
    public Health health() {
        List<String> wrong = new ArrayList<>();
        for (IndexFollower follower : followers) {
            Standing standing = follower.standing();
            if (standing.condition() != Condition.CURRENT) {
                wrong.add(follower.name() + ": " + standing.reason() + " Since " + standing.since() + ".");
            }
            if (!follower.unfit().isEmpty()) {
                wrong.add(follower.name() + ": Elasticsearch does not take " + follower.unfit().size()
                        + " of the entries.");
            }
        }
        Health.Builder health = wrong.isEmpty()
                ? Health.up()
                : Health.status(Degraded.because(String.join(" ", wrong)));
        followers.forEach(follower -> health.withDetail(follower.name(), IndexView.of(follower)));
        return health.build();
    }
}
