package io.guidepost.audit;

import io.guidepost.security.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to read; null leaves something open.
 *
 * @param actor given by this person
 * @param command of this name; all whose names begin so, if it ends in a dot: {@code documents.}
 * @param target about this, or a part of it: {@code note-one} finds {@code note-one/7}, too
 * @param outcome ended in this way, by its {@linkplain Outcome#word() word}
 * @param since at this time or later
 * @param until before this time
 */
public record AuditFilter(@Nullable PersonId actor, @Nullable String command, @Nullable String target,
        @Nullable String outcome, @Nullable Instant since, @Nullable Instant until) {

    /** Leaves everything open. */
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null);
}
