package io.guidepost.editorial.comment;

import io.guidepost.security.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote, beginning a thread or replying in it.
 *
 * @param id of the comment; one that begins a thread has the id of the thread
 * @param author who wrote it
 * @param at when
 * @param text plain text of 1 to 5,000 UTF-16 units
 * @param mentions the colleagues that it names by {@code @login}, each once
 * @param edited when it was last changed; null: never
 */
public record Comment(UUID id, PersonId author, Instant at, String text, List<PersonId> mentions,
        @Nullable Instant edited) {

    private static final int LONGEST = 5_000;

    /** Refuses a malformed text. */
    public Comment {
        if (text.isBlank()) {
            throw new MalformedCommentException("A comment says something.");
        }
        if (text.length() > LONGEST) {
            throw new MalformedCommentException(
                    "A comment has 5,000 characters at most, and this one " + text.length() + ".");
        }
        if (text.indexOf('\0') >= 0 || hasLoneSurrogates(text)) {
            throw new MalformedCommentException("A comment holds neither NUL characters nor halves of characters.");
        }
        mentions = List.copyOf(mentions);
    }

    Comment edited(String newText, List<PersonId> newMentions, Instant when) {
        return new Comment(id, author, at, newText, newMentions, when);
    }

    /** Whether a text begins or ends within a character, or holds half of one. */
    static boolean hasLoneSurrogates(String text) {
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
