package io.guidepost.editorial.comment;

import io.guidepost.editorial.DocumentId;
import io.guidepost.security.PersonId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment on a place in a document, with the replies to it.
 *
 * @param document which document
 * @param version counted from 1; every change of what people wrote or decided makes the next
 * @param made the place that the comment was made on
 * @param found where the place was found last; at first where the comment was made
 * @param goneAt a version of the document that the place is known not to be in; 0: none is
 * @param opening the comment that began it
 * @param replies the replies, in their order
 * @param turn whether it was resolved last or opened again; null: neither yet
 */
public record CommentThread(DocumentId document, int version, Place made, Place found, int goneAt, Comment opening,
        List<Comment> replies, @Nullable Turn turn) {

    /** How many replies a thread can have. */
    public static final int MOST_REPLIES = 200;

    /** Copies the replies. */
    public CommentThread {
        replies = List.copyOf(replies);
    }

    /** A thread that begins. */
    static CommentThread of(DocumentId document, Place made, Comment opening) {
        return new CommentThread(document, 1, made, made, 0, opening, List.of(), null);
    }

    /** Names the thread. */
    public UUID id() {
        return opening.id();
    }

    /** Whether it is done with. */
    public boolean resolved() {
        return turn != null && turn.resolved();
    }

    /** Who has written in it, resolved it or opened it again. */
    public Set<PersonId> participants() {
        Set<PersonId> people = new LinkedHashSet<>();
        people.add(opening.author());
        replies.forEach(reply -> people.add(reply.author()));
        if (turn != null) {
            people.add(turn.by());
        }
        return people;
    }

    /** A comment of the thread, the opening one or a reply. */
    Comment comment(UUID id) {
        return id.equals(opening.id())
                ? opening
                : replies.stream().filter(reply -> reply.id().equals(id)).findFirst()
                        .orElseThrow(() -> new CommentNotFoundException(id));
    }

    /** The next version, with a comment in the stead of the one of its id. */
    CommentThread with(Comment changed) {
        boolean first = changed.id().equals(opening.id());
        return new CommentThread(document, version + 1, made, found, goneAt, first ? changed : opening,
                replies.stream().map(reply -> reply.id().equals(changed.id()) ? changed : reply).toList(), turn);
    }

    /** The next version, without a reply. */
    CommentThread without(Comment reply) {
        List<Comment> rest = new ArrayList<>(replies);
        rest.remove(reply);
        return new CommentThread(document, version + 1, made, found, goneAt, opening, rest, turn);
    }

    /** The next version, resolved or open again. */
    CommentThread turned(Turn next) {
        return new CommentThread(document, version + 1, made, found, goneAt, opening, replies, next);
    }
}
