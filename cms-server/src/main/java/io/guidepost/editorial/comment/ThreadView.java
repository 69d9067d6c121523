package io.guidepost.editorial.comment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.comparison.Anchor;
import io.guidepost.comparison.TextRange;
import io.guidepost.security.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thread as the admin API shows it.
 *
 * @param version of the thread, its entity tag
 * @param state open or resolved
 * @param outdated whether what it is about is gone from the working copy, or its quoted text was changed
 * @param pointer where it is in the working copy; of an outdated one, where the comment was made
 * @param range the part of the text there; left out where it is about all that is there
 * @param made where the comment was made
 * @param edited when its text was last changed; left out where never
 * @param resolved who resolved it; left out while it is open
 * @param reopened who opened it again; left out while it is resolved, and where it never was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ThreadView(UUID id, String document, int version, String state, boolean outdated, String pointer,
        @Nullable TextRange range, MadeView made, String by, Instant at, String text, List<String> mentions,
        @Nullable Instant edited, @Nullable TurnView resolved, @Nullable TurnView reopened, List<ReplyView> replies) {

    /** Where a comment was made: the version of the document, and the place in it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MadeView(int version, String pointer, @Nullable TextRange range) {}

    /** Who did it, and when. */
    record TurnView(String by, Instant at) {}

    /** A reply. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReplyView(UUID id, String by, Instant at, String text, List<String> mentions, @Nullable Instant edited) {

        static ReplyView of(Comment reply) {
            return new ReplyView(reply.id(), reply.author().value(), reply.at(), reply.text(), ids(reply.mentions()),
                    reply.edited());
        }
    }

    static ThreadView of(Seen seen) {
        CommentThread thread = seen.thread();
        Comment opening = thread.opening();
        Anchor made = thread.made().anchor();
        Turn turn = thread.turn();
        TurnView turned = turn == null ? null : new TurnView(turn.by().value(), turn.at());
        return new ThreadView(thread.id(), thread.document().value(), thread.version(),
                thread.resolved() ? "resolved" : "open", seen.outdated(), seen.anchor().pointer(),
                seen.anchor().range(), new MadeView(thread.made().version(), made.pointer(), made.range()),
                opening.author().value(), opening.at(), opening.text(), ids(opening.mentions()), opening.edited(),
                thread.resolved() ? turned : null, thread.resolved() ? null : turned,
                thread.replies().stream().map(ReplyView::of).toList());
    }

    private static List<String> ids(List<PersonId> people) {
        return people.stream().map(PersonId::value).toList();
    }
}
