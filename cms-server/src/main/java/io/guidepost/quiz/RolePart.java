package io.guidepost.quiz;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a snapshot that is about one role, as it is stored. Later snapshots refer to it for as long as the role's
 * figures stay the same.
 *
 * @param snapshot the number of the snapshot that counted it
 * @param at when that was
 * @param suppressBelow the k in force then
 * @param recent null where suppressed
 * @param backgrounds by key; those that nobody has are left out
 */
record RolePart(String role, int snapshot, Instant at, int quizVersion, int suppressBelow, GroupCounts all,
        @Nullable Integer recent, Map<String, GroupCounts> backgrounds) {

    RolePart {
        backgrounds = Map.copyOf(backgrounds);
    }

    /** Whether the figures are those of the other part, whenever either was counted. */
    boolean saysTheSameAs(RolePart other) {
        return equals(new RolePart(other.role, snapshot, at, other.quizVersion, other.suppressBelow, other.all,
                other.recent, other.backgrounds));
    }
}
