package io.guidepost.notifications;

import io.guidepost.editorial.ChangedDocuments;
import io.guidepost.editorial.ChangedDocuments.Changed;
import io.guidepost.editorial.ChangedDocuments.Follower;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Follows the working copies. A change is done with only after those concerned have been told of it, so that a crash means that they
 * are told again, which changes nothing. To be used by one thread.
 */
@Component
class DocumentFollower {

    private static final int BATCH = 100;
    private static final int PAGE = 50;
    /** For how long a change that was announced and is not there may still come; far longer than any takes. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final ChangedDocuments changes;
    private final Documents documents;
    private final WorkflowNews news;
    private final Notifying notifying;
    private final Clock clock;
    /** Changes that were announced and are not there, with when that was first seen. */
    private final Map<Changed, Instant> awaited = new HashMap<>();

    DocumentFollower(ChangedDocuments changes, Documents documents, WorkflowNews news, Notifying notifying,
            Clock clock) {
        this.changes = changes;
        this.documents = documents;
        this.news = news;
        this.notifying = notifying;
        this.clock = clock;
    }

    /** Sees to a bounded number of changes. One that is not there yet is left for later and keeps no other from being seen. */
    void round() {
        List<Changed> pending = changes.pending(Follower.NOTIFICATIONS, BATCH + awaited.size());
        awaited.keySet().retainAll(pending);
        for (Changed changed : pending) {
            Optional<Document> head = documents.find(changed.document());
            if (head.isPresent() && head.get().version() >= changed.version()) {
                tell(changed);
                changes.done(Follower.NOTIFICATIONS, changed);
            } else {
                await(changed);
            }
        }
    }

    private void await(Changed changed) {
        Instant since = awaited.get(changed);
        if (since == null) {
            // Those before it may be there, and whoever they concern need not wait.
            tell(changed);
            awaited.put(changed, clock.instant());
        } else if (since.plus(PATIENCE).isBefore(clock.instant())) {
            changes.done(Follower.NOTIFICATIONS, changed);
        }
    }

    private void tell(Changed changed) {
        List<Document> versions = versions(changed.document(), changed.from());
        List<Notice> notices = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            Document version = versions.get(i);
            if (version.version() >= changed.from()) {
                notices.addAll(news.of(i + 1 < versions.size() ? versions.get(i + 1) : null, version));
            }
        }
        notifying.tell(notices);
    }

    /** The versions of a document from one on that are still to be told of, the newest first, and the one before them. */
    private List<Document> versions(DocumentId id, int from) {
        List<Document> versions = new ArrayList<>(documents.history(id, Integer.MAX_VALUE, PAGE));
        for (List<Document> page = versions; page.size() == PAGE && !isBefore(versions.getLast(), from);) {
            page = documents.history(id, versions.getLast().version(), PAGE);
            versions.addAll(page);
        }
        return versions;
    }

    private boolean isBefore(Document version, int from) {
        return version.version() < from || !notifying.isTold(version.revision().at());
    }
}
