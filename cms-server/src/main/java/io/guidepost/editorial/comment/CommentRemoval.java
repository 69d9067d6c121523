package io.guidepost.editorial.comment;

import io.guidepost.editorial.DocumentsPurged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets comments go with the documents that they are on. */
@Component
class CommentRemoval {

    private final Comments comments;

    CommentRemoval(Comments comments) {
        this.comments = comments;
    }

    @EventListener
    void purged(DocumentsPurged event) {
        event.documents().forEach(comments::forget);
    }
}
