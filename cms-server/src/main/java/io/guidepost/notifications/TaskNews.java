package io.guidepost.notifications;

import io.guidepost.editorial.Document;
import io.guidepost.editorial.Documents;
import io.guidepost.security.PersonId;
import io.guidepost.upkeep.ReviewTask;
import io.guidepost.upkeep.ReviewTaskOpened;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    TaskNews(Notifying notifying, Documents documents) {
        this.notifying = notifying;
        this.documents = documents;
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
        return new Notice("task@" + task.id(), NotificationKind.REVIEW_TASK, authors(document), null, task.opened(),
                new Message(About.document(document.id(), document.version()), Names.of(document),
                        "Please look at “" + Names.of(document) + "”. " + task.why(),
                        "/api/review-tasks/" + task.id()));
    }

    private Set<PersonId> authors(Document document) {
        Set<PersonId> authors = new HashSet<>(document.authors());
        Integer version = document.live() == null ? null : document.live().version();
        if (version != null && version != document.version()) {
            documents.version(document.id(), version).map(Document::authors).ifPresent(authors::addAll);
        }
        return authors;
    }
}
