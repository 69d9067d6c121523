package io.guidepost.related;

import io.guidepost.web.Degraded;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells operators whether the live guides are embedded. Those that are not are ranked by everything else, so this is no outage. */
@Component("embeddings")
class EmbeddingHealth implements HealthIndicator {

    private final GuideEmbedding embedding;

    EmbeddingHealth(GuideEmbedding embedding) {
        this.embedding = embedding;
    }

    @Override
    public Health health() {
        if (!embedding.isEnabled()) {
            return Health.unknown().withDetail("enabled", false).build();
        }
        return (embedding.isFailing() ? Health.status(Degraded.STATUS) : Health.up()).withDetail("waiting", embedding
                .waiting()).build();
    }
}
