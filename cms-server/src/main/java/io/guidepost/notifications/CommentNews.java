package io.guidepost.notifications;

import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import io.guidepost.security.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells those who are mentioned in comments, and those who have taken part in a thread. */
@Component
public class CommentNews {

    private static final Logger LOG = LoggerFactory.getLogger(CommentNews.class);

    private final Notifying notifying;
    private final Names names;
    private final Documents documents;
    private final Clock clock;

    CommentNews(Notifying notifying, Names names, Documents documents, Clock clock) {
        this.notifying = notifying;
        this.names = names;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Somebody has commented, or replied. Those who are mentioned are told of that, and the others who have taken part of a reply.
     *
     * @param document which document
     * @param thread the thread
     * @param comment the comment: of the same id as the thread if it began it
     * @param author who wrote it
     * @param mentioned whom it names
     * @param participants who has taken part in the thread
     */
    public void added(DocumentId document, UUID thread, UUID comment, PersonId author, Set<PersonId> mentioned,
            Set<PersonId> participants) {
        tell(document, thread, author, (about, now) -> {
            String key = "comment@" + comment;
            List<Notice> notices = new ArrayList<>();
            notices.add(new Notice(key, NotificationKind.MENTIONED, mentioned, author, now,
                    message(about, thread, author, "mentions you in a comment on")));
            if (!comment.equals(thread)) {
                Set<PersonId> others = new HashSet<>(participants);
                others.removeAll(mentioned);
                notices.add(new Notice(key, NotificationKind.REPLIED, others, author, now,
                        message(about, thread, author, "replied in a thread of yours on")));
            }
            return notices;
        });
    }

    /**
     * Somebody has resolved a thread. Those who have taken part in it are told.
     *
     * @param document which document
     * @param thread the thread
     * @param by who resolved it
     * @param participants who has taken part in the thread
     */
    public void resolved(DocumentId document, UUID thread, PersonId by, Set<PersonId> participants) {
        // A thread can be opened again, and resolved again.
        tell(document, thread, by, (about, now) -> List.of(new Notice("thread@" + thread + "@" + now.toEpochMilli(),
                NotificationKind.COMMENT_RESOLVED, participants, by, now,
                message(about, thread, by, "resolved a thread of yours on"))));
    }

    /** What is to be told of a document. */
    private interface News {

        List<Notice> of(Document document, Instant now);
    }

    private Message message(Document document, UUID thread, PersonId by, String what) {
        return new Message(About.document(document.id(), document.version()), Names.of(document),
                names.of(by) + " " + what + " “" + Names.of(document) + "”.",
                Names.link(document) + "/comments/" + thread);
    }

    /** What becomes of a comment must not depend on whether somebody can be told of it. */
    private void tell(DocumentId id, UUID thread, PersonId by, News news) {
        try {
            documents.find(id).ifPresent(
                    document -> notifying.tell(news.of(document, clock.instant().truncatedTo(ChronoUnit.MILLIS))));
        } catch (RuntimeException failure) {
            LOG.warn("People cannot be told what {} did in the thread {}", by, thread, failure);
        }
    }
}
