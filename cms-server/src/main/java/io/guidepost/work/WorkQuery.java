package io.guidepost.work;

import io.guidepost.security.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which working copies to list.
 *
 * @param filters what they must be like
 * @param order what they are sorted by
 * @param ascending in which direction
 * @param after where the page before ended; null: the first page
 * @param limit how many at most
 */
record WorkQuery(Filters filters, WorkOrder order, boolean ascending, @Nullable Cursor after, int limit) {

    /** How many items come before the page, by relevance; in other orders none, as those are not counted but left out. */
    int from() {
        return order == WorkOrder.RELEVANCE && after != null ? Math.toIntExact((Long) after.value()) : 0;
    }

    /**
     * What they must be like.
     *
     * @param types of one of these types; empty: of any
     * @param states in one of these states; empty: in any
     * @param live so to the live site; empty: in any way
     * @param person somebody has to do with them; null: whoever
     * @param as what the person has to do with them: one of these
     * @param since changed then or later
     * @param before changed before
     * @param text with these words; empty: with any
     * @param problem with a problem of this code, or {@code any}, or {@code none}; null: with or without
     * @param trash in the trash, or else not
     * @param whose and whose work they are
     */
    record Filters(Set<String> types, Set<String> states, Set<LiveState> live, @Nullable PersonId person,
            List<Involvement> as, @Nullable Instant since, @Nullable Instant before, String text,
            @Nullable String problem, boolean trash, Whose whose) {

        Filters {
            types = Set.copyOf(types);
            states = Set.copyOf(states);
            live = Set.copyOf(live);
            as = List.copyOf(as);
        }

        static Filters of(Set<String> types, Set<String> states, Whose whose) {
            return new Filters(types, states, Set.of(), null, List.of(), null, null, "", null, false, whose);
        }
    }
}
