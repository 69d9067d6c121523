package io.guidepost.editorial;

import io.guidepost.audit.Audit;
import io.guidepost.security.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Leaves in the audit log what no command names: what was put into the trash along with another, and what has gone from it for good. */
@Component
class TrashRecord {

    private static final Actor RETENTION = Actor.system("retention");
    private static final String DELETED = "documents.delete";
    private static final String PURGED = "documents.purge";

    private final Audit audit;

    TrashRecord(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void takenAlong(DocumentTakenAlong event) {
        audit.succeededAlong(event.actor(), DELETED, event.document().value());
    }

    @EventListener
    void purged(DocumentsPurged event) {
        event.documents().forEach(document -> audit.succeeded(RETENTION, PURGED, document.value()));
    }
}
