package io.guidepost.notifications;

import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.comment.CommentAdded;
import io.guidepost.editorial.comment.CommentEdited;
import io.guidepost.editorial.comment.CommentResolved;
import io.guidepost.security.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those who are mentioned in comments, those who have taken part in a thread, and those whose document a thread is on. */
@Component
class CommentNews {

    private static final Logger LOG = LoggerFactory.getLogger(CommentNews.class);

    private final Notifying notifying;
    private final Names names;
    private final Documents documents;
    private final Authors authors;
    private final Clock clock;

    CommentNews(Notifying notifying, Names names, Documents documents, Authors authors, Clock clock) {
        this.notifying = notifying;
        this.names = names;
        this.documents = documents;
        this.authors = authors;
        this.clock = clock;
    }

    /** Those who are mentioned are told of that, of a new thread the other authors, and of a reply the others who have taken part. */
    @EventListener
    void on(CommentAdded event) {
        tell(event.document(), event.thread(), (document, now) -> {
            PersonId author = event.author();
            List<Notice> notices = new ArrayList<>();
            notices.add(mentioned(document, event.thread(), event.comment(), author, event.mentioned(), now));
            boolean first = event.comment().equals(event.thread());
            Set<PersonId> others = new HashSet<>(first ? authors.of(document) : event.participants());
            others.removeAll(event.mentioned());
            notices.add(new Notice(key(event.comment()),
                    first ? NotificationKind.COMMENTED : NotificationKind.REPLIED, others, author, now,
                    message(document, event.thread(), author,
                            first ? "commented on" : "replied in a thread of yours on")));
            return notices;
        });
    }

    /** Those whom it mentions now are told, unless they were told of it before. */
    @EventListener
    void on(CommentEdited event) {
        if (!event.newlyMentioned().isEmpty()) {
            tell(event.document(), event.thread(), (document, now) -> List.of(mentioned(document, event.thread(),
                    event.comment(), event.author(), event.newlyMentioned(), now)));
        }
    }

    /** Those who have taken part are told. */
    @EventListener
    void on(CommentResolved event) {
        // A thread can be opened again, and resolved again.
        tell(event.document(), event.thread(), (document, now) -> List.of(new Notice(
                "thread@" + event.thread() + "@" + now.toEpochMilli(), NotificationKind.COMMENT_RESOLVED,
                event.participants(), event.by(), now,
                message(document, event.thread(), event.by(), "resolved a thread of yours on"))));
    }

    private Notice mentioned(Document document, UUID thread, UUID comment, PersonId author, Set<PersonId> people,
            Instant now) {
        return new Notice(key(comment), NotificationKind.MENTIONED, people, author, now,
                message(document, thread, author, "mentions you in a comment on"));
    }

    private static String key(UUID comment) {
        return "comment@" + comment;
    }

    private Message message(Document document, UUID thread, PersonId by, String what) {
        return new Message(About.document(document.id(), document.version()), Names.of(document),
                names.of(by) + " " + what + " “" + Names.of(document) + "”.",
                Names.link(document) + "/comments/" + thread);
    }

    /** What becomes of a comment must not depend on whether somebody can be told of it. */
    private void tell(DocumentId id, UUID thread, BiFunction<Document, Instant, List<Notice>> news) {
        try {
            documents.find(id).ifPresent(document -> notifying
                    .tell(news.apply(document, clock.instant().truncatedTo(ChronoUnit.MILLIS))));
        } catch (RuntimeException failure) {
            LOG.warn("People cannot be told of the thread {}", thread, failure);
        }
    }
}
