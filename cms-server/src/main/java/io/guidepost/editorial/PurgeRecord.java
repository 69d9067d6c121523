package io.guidepost.editorial;

import io.guidepost.audit.Audit;
import io.guidepost.security.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Leaves in the audit log what has gone from the trash for good. */
@Component
class PurgeRecord {

    private static final Actor RETENTION = Actor.system("retention");
    private static final String PURGED = "documents.purge";

    private final Audit audit;

    PurgeRecord(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void purged(DocumentsPurged event) {
        event.documents().forEach(document -> audit.succeeded(RETENTION, PURGED, document.value()));
    }
}
