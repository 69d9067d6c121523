package io.guidepost.editorial.comment;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.guidepost.comparison.Anchor;
import io.guidepost.comparison.Anchors;
import io.guidepost.comparison.TextRange;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.DocumentNotFoundException;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.TrashedDocumentException;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.security.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * The commands on comments. Each needs {@link Permission#WRITE} or {@link Permission#REVIEW}; a change that names the version of the
 * thread that it is based on is refused if that is not the current one.
 */
@Service
public class Commenting {

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private final Comments comments;
    private final Documents documents;
    private final Mentions mentions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Commenting(Comments comments, Documents documents, Mentions mentions, ApplicationEventPublisher events,
            Clock clock) {
        this.comments = comments;
        this.documents = documents;
        this.mentions = mentions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins a thread.
     *
     * @param version the version of the document that the comment is about; null: the working copy
     * @param anchor the place in it
     * @param text what there is to say
     */
    public CommentThread add(Actor actor, DocumentId id, @Nullable Integer version, Anchor anchor, String text) {
        requireWriter(actor);
        Document head = active(id);
        Document about = version == null
                ? head
                : documents.version(id, version).orElseThrow(() -> new DocumentNotFoundException(id, version));
        requirePlace(anchor, about);
        CommentThread thread = CommentThread.of(id, new Place(about.version(), anchor), comment(actor, text));
        if (about.revision().autosavedSince() != null) {
            comments.keep(id, about.version(), about.content());
        }
        comments.add(thread);
        tell(thread, thread.opening());
        return thread;
    }

    /** Replies in a thread, whether it is resolved or not. */
    public CommentThread reply(Actor actor, DocumentId id, UUID thread, String text) {
        requireWriter(actor);
        active(id);
        Comment reply = comment(actor, text);
        boolean added = comments.reply(id, thread, reply);
        CommentThread now = find(id, thread);
        if (!added) {
            throw new FullThreadException();
        }
        tell(now, reply);
        return now;
    }

    /** Changes what somebody wrote; only they can. */
    public CommentThread edit(Actor actor, DocumentId id, UUID thread, UUID comment, @Nullable Integer version,
            String text) {
        requireWriter(actor);
        active(id);
        while (true) {
            CommentThread before = find(id, thread, version);
            Comment written = own(actor, before, comment);
            Comment edited = written.edited(text, mentions.in(text), now());
            CommentThread after = before.with(edited);
            if (comments.replace(before, after)) {
                Set<PersonId> newlyMentioned = new HashSet<>(edited.mentions());
                newlyMentioned.removeAll(written.mentions());
                events.publishEvent(new CommentEdited(id, thread, comment, actor.id(), newlyMentioned));
                return after;
            }
        }
    }

    /** Deletes what somebody wrote, while nobody has replied after it; only they can. With its first comment a thread is gone. */
    public void delete(Actor actor, DocumentId id, UUID thread, UUID comment, @Nullable Integer version) {
        requireWriter(actor);
        active(id);
        while (true) {
            CommentThread before = find(id, thread, version);
            Comment deleted = own(actor, before, comment);
            Comment last = before.replies().isEmpty() ? before.opening() : before.replies().getLast();
            if (!last.equals(deleted)) {
                throw new RepliedCommentException();
            }
            if (before.replies().isEmpty()
                    ? comments.remove(before)
                    : comments.replace(before, before.without(deleted))) {
                return;
            }
        }
    }

    /** Notes that a thread is done with. */
    public CommentThread resolve(Actor actor, DocumentId id, UUID thread, @Nullable Integer version) {
        CommentThread resolved = turn(actor, id, thread, version, true);
        events.publishEvent(new CommentResolved(id, thread, actor.id(), resolved.participants()));
        return resolved;
    }

    /** Notes that a thread is not done with after all. */
    public CommentThread reopen(Actor actor, DocumentId id, UUID thread, @Nullable Integer version) {
        return turn(actor, id, thread, version, false);
    }

    private CommentThread turn(Actor actor, DocumentId id, UUID thread, @Nullable Integer version, boolean resolved) {
        requireWriter(actor);
        active(id);
        return change(id, thread, version, before -> {
            Turn turn = before.turn();
            if (before.resolved() == resolved) {
                throw new SettledThreadException(turn == null
                        ? "The thread is open."
                        : "The thread was " + (resolved ? "resolved" : "opened again") + " by " + turn.by() + " at "
                                + turn.at() + ".");
            }
            return before.turned(new Turn(resolved, actor.id(), now()));
        });
    }

    /** Changes a thread, again where another change came first. */
    private CommentThread change(DocumentId id, UUID thread, @Nullable Integer version,
            UnaryOperator<CommentThread> change) {
        while (true) {
            CommentThread before = find(id, thread, version);
            CommentThread after = change.apply(before);
            if (comments.replace(before, after)) {
                return after;
            }
        }
    }

    private CommentThread find(DocumentId id, UUID thread, @Nullable Integer version) {
        CommentThread found = find(id, thread);
        if (version != null && found.version() != version) {
            throw new StaleThreadException(version, found.version());
        }
        return found;
    }

    private CommentThread find(DocumentId id, UUID thread) {
        return comments.find(id, thread).orElseThrow(() -> new CommentNotFoundException(thread));
    }

    private Document active(DocumentId id) {
        Document document = documents.find(id).orElseThrow(() -> new DocumentNotFoundException(id));
        if (document.trashed() != null) {
            throw new TrashedDocumentException(
                    "“" + document.title() + "” is in the trash; take it out before it is commented on.");
        }
        return document;
    }

    private static void requireWriter(Actor actor) {
        if (!actor.may(Permission.REVIEW)) {
            actor.require(Permission.WRITE);
        }
    }

    private static void requirePlace(Anchor anchor, Document about) {
        TextRange range = anchor.range();
        if (range != null && Comment.hasLoneSurrogates(range.quote())) {
            throw new UnknownPlaceException("The range begins or ends within a character.");
        }
        Anchors.problem(anchor, about.content()).ifPresent(problem -> {
            throw new UnknownPlaceException(problem);
        });
    }

    private static Comment own(Actor actor, CommentThread thread, UUID id) {
        Comment comment = thread.comment(id);
        if (!comment.author().equals(actor.id())) {
            throw new ForeignCommentException();
        }
        return comment;
    }

    private Comment comment(Actor actor, String text) {
        return new Comment(IDS.generate(), actor.id(), now(), text, mentions.in(text), null);
    }

    private void tell(CommentThread thread, Comment comment) {
        events.publishEvent(new CommentAdded(thread.document(), thread.id(), comment.id(), comment.author(),
                Set.copyOf(comment.mentions()), thread.participants()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
