package io.guidepost.notifications;

import io.guidepost.editorial.Document;
import io.guidepost.editorial.Documents;
import io.guidepost.upkeep.ReviewTask;
import io.guidepost.upkeep.ReviewTaskOpened;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the authors of a document that it should be looked at: those of the working copy, and those of what is live of it. */
@Component
class TaskNews {

    private static final Logger LOG = LoggerFactory.getLogger(TaskNews.class);

    private final Notifying notifying;
    private final Documents documents;
    private final Authors authors;

    TaskNews(Notifying notifying, Documents documents, Authors authors) {
        this.notifying = notifying;
        this.documents = documents;
        this.authors = authors;
    }

    /** A task stays open whether or not somebody can be told of it. */
    @EventListener
    void on(ReviewTaskOpened event) {
        ReviewTask task = event.task();
        try {
            documents.find(task.matter().document())
                    .ifPresent(document -> notifying.tell(List.of(notice(task, document))));
        } catch (RuntimeException failure) {
            LOG.warn("People cannot be told of the review task {}", task.id(), failure);
        }
    }

    private Notice notice(ReviewTask task, Document document) {
        return new Notice("task@" + task.id(), NotificationKind.REVIEW_TASK, authors.of(document), null, task.opened(),
                new Message(About.document(document.id(), document.version()), Names.of(document),
                        "Please look at “" + Names.of(document) + "”. " + task.why(),
                        "/api/review-tasks/" + task.id()));
    }
}
