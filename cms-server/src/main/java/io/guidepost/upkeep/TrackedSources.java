package io.guidepost.upkeep;

import io.guidepost.editorial.DocumentId;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps the links that are checked in step with the working copies of sources. */
@Component
class TrackedSources {

    private final Sources sources;
    private final LinkChecks links;
    private final LinkTasks tasks;

    TrackedSources(Sources sources, LinkChecks links, LinkTasks tasks) {
        this.sources = sources;
        this.links = links;
        this.tasks = tasks;
    }

    /** Has new and changed links checked, and forgets those that are gone with their tasks. */
    void look(Instant now) {
        Map<DocumentId, String> known = links.urls();
        Map<DocumentId, String> current = sources.links();
        current.forEach((source, link) -> {
            if (!link.equals(known.get(source))) {
                links.track(source, link, now);
            }
        });
        for (DocumentId source : known.keySet()) {
            if (!current.containsKey(source)) {
                tasks.settle(source);
                links.forget(source);
            }
        }
    }
}
