package io.guidepost.editorial;

import io.guidepost.background.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Removes for good what has been kept long enough: documents in the trash, and the versions within runs of autosaves. */
@Component
public class Retention extends RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final Documents documents;
    private final EditorialProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Retention(Documents documents, EditorialProperties properties, ApplicationEventPublisher events, Clock clock) {
        super("retention", Duration.ofMinutes(1), Duration.ofHours(1));
        this.documents = documents;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    /** Removes what is due now; it can be run on several servers at once. */
    public void run() {
        Instant now = clock.instant();
        documents.forgetAutosaves(now.minus(properties.keepAutosaves()));
        List<DocumentId> purged = documents.purge(now.minus(properties.trashRetention()));
        if (!purged.isEmpty()) {
            LOG.info("{} documents have been in the trash for {} and are gone for good", purged.size(),
                    properties.trashRetention());
            events.publishEvent(new DocumentsPurged(purged));
            documents.purged(purged);
        }
    }

    @Override
    protected void turn() {
        try {
            run();
        } catch (RuntimeException failure) {
            LOG.warn("The trash could not be emptied; trying again in an hour", failure);
        }
    }
}
