package io.guidepost.notifications;

import io.guidepost.editorial.ChangedDocuments;
import io.guidepost.editorial.ChangedDocuments.Changed;
import io.guidepost.editorial.ChangedDocuments.Follower;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.Documents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Follows the working copies. A change is done with only after those concerned have been told of it, so that a crash means that they
 * are told again, which changes nothing. To be used by one thread.
 */
@Component
class DocumentFollower {

    private static final int BATCH = 100;
    /** For how long a change that was announced and is not there may still come; far longer than any takes. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final ChangedDocuments changes;
    private final Documents documents;
    private final WorkflowNews news;
    private final PlanNews plans;
    private final Notifying notifying;
    private final MootReviews mootReviews;
    private final Clock clock;
    /** Changes that were announced and are not there, with when that was first seen. */
    private final Map<Changed, Instant> awaited = new HashMap<>();

    /** A version, and the one before it that is left; null: there is none. */
    private record Step(@Nullable Document before, Document after) {}

    DocumentFollower(ChangedDocuments changes, Documents documents, WorkflowNews news, PlanNews plans,
            Notifying notifying,
            MootReviews mootReviews, Clock clock) {
        this.changes = changes;
        this.documents = documents;
        this.news = news;
        this.plans = plans;
        this.notifying = notifying;
        this.mootReviews = mootReviews;
        this.clock = clock;
    }

    /**
     * Sees to a bounded number of changes. One that is not there yet is left for later; neither it nor one that cannot be told keeps
     * any other from being seen.
     */
    void round() {
        List<Changed> pending = changes.pending(Follower.NOTIFICATIONS, BATCH + awaited.size());
        awaited.keySet().retainAll(pending);
        RuntimeException failed = null;
        for (Changed changed : pending) {
            try {
                see(changed);
            } catch (RuntimeException failure) {
                failed = failure;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private void see(Changed changed) {
        Optional<Document> head = documents.find(changed.document());
        if (head.isPresent() && head.get().version() >= changed.version()) {
            tell(head.get(), changed.from());
            changes.done(Follower.NOTIFICATIONS, changed);
        } else {
            await(changed, head);
        }
    }

    private void await(Changed changed, Optional<Document> head) {
        Instant since = awaited.get(changed);
        if (since == null) {
            // Those before it may be there, and whoever they concern need not wait.
            head.ifPresent(document -> tell(document, changed.from()));
            awaited.put(changed, clock.instant());
        } else if (since.plus(PATIENCE).isBefore(clock.instant())) {
            changes.done(Follower.NOTIFICATIONS, changed);
        }
    }

    private void tell(Document head, int from) {
        List<Step> steps = new ArrayList<>();
        Document after = head;
        while (after.version() >= from && notifying.isTold(after.revision().at())) {
            Optional<Document> before = before(after, from);
            steps.add(new Step(before.orElse(null), after));
            if (before.isEmpty()) {
                break;
            }
            after = before.get();
        }
        notifying.tell(steps.stream().flatMap(step -> Stream.concat(news.of(step.before(), step.after()).stream(),
                plans.of(step.before(), step.after()).stream())).toList());
        steps.forEach(step -> mootReviews.settle(step.before(), step.after()));
    }

    /** The version before another. Those within a run of autosaves may have been forgotten; reading each by its number is cheap. */
    private Optional<Document> before(Document after, int from) {
        for (int version = after.version() - 1; version >= from; version--) {
            Optional<Document> found = documents.version(after.id(), version);
            if (found.isPresent()) {
                return found;
            }
        }
        int last = Math.min(from, after.version()) - 1;
        return last < 1
                ? Optional.empty()
                : documents.version(after.id(), last)
                        .or(() -> documents.history(after.id(), last, 1).stream().findFirst());
    }
}
