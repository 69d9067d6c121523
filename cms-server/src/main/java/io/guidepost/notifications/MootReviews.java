package io.guidepost.notifications;

import io.guidepost.editorial.Document;
import io.guidepost.editorial.Revision.Change;
import io.guidepost.editorial.Workflow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Marks as read what people were asked to review and need not any more: somebody did, it was taken back, or it has changed. */
@Component
class MootReviews {

    private final Notifications notifications;

    MootReviews(Notifications notifications) {
        this.notifications = notifications;
    }

    /** Sees to what a version has ended: the review, or the part of whoever approved where it needs more approvals. */
    void settle(@Nullable Document before, Document after) {
        if (before == null || !(before.workflow() instanceof Workflow.InReview)) {
            return;
        }
        if (!(after.workflow() instanceof Workflow.InReview)) {
            notifications.settle(NotificationKind.REVIEW_REQUESTED, after.id(), after.version(), null,
                    after.revision().at());
        } else if (after.revision().change() == Change.APPROVED) {
            notifications.settle(NotificationKind.REVIEW_REQUESTED, after.id(), after.version(), after.revision().by(),
                    after.revision().at());
        }
    }
}
