package io.guidepost.delivery.field;

import io.guidepost.delivery.changes.Change;
import io.guidepost.delivery.changes.ChangeCursor;
import io.guidepost.delivery.changes.ChangeList;
import io.guidepost.delivery.edition.RefusedQueryException;
import io.guidepost.delivery.field.Connection.PageInfo;
import io.guidepost.delivery.reading.Reading;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the changes between two editions.
 *
 * @param edition the later one
 * @param totalCount how many changes there are over all pages
 * @param nodes the changes of the page
 * @param pageInfo where the page is
 */
record ChangesPage(String edition, int totalCount, List<Change> nodes, PageInfo pageInfo) {

    private static ChangesPage of(ChangeList all, int from, int first) {
        int to = Math.min(all.size(), from + first);
        return new ChangesPage(all.edition(), all.size(), all.all().subList(from, to),
                new PageInfo(to < all.size(), from > 0, from == to ? null : ChangeCursor.of(all, from + 1).text(),
                        from == to ? null : ChangeCursor.of(all, to).text()));
    }

    /** The field of a query that asks for a page. A cursor pins the edition, as the argument for it does. */
    record Field() implements FieldValue {

        private static final int LARGEST_PAGE = 100;

        @Override
        public Object of(Object source, Map<String, Object> arguments, Reading reading) {
            int first = Arguments.first(arguments, LARGEST_PAGE);
            ChangeList all = reading.changes(text("since", arguments));
            String after = text("after", arguments);
            return ChangesPage.of(all, after == null ? 0 : place(after, all), first);
        }

        private static int place(String after, ChangeList all) {
            ChangeCursor cursor = ChangeCursor.parse(after);
            if (!cursor.isIn(all)) {
                throw new RefusedQueryException("`after` is a cursor of another question, or of none: `since` and"
                        + " `edition` are the same on every page.");
            }
            return cursor.place();
        }

        @Override
        public @Nullable String edition(Map<String, Object> arguments) {
            String named = FieldValue.super.edition(arguments);
            String after = text("after", arguments);
            return named == null && after != null ? ChangeCursor.parse(after).edition() : named;
        }

        private static @Nullable String text(String name, Map<String, Object> arguments) {
            Object value = arguments.get(name);
            return value == null ? null : value.toString();
        }
    }
}
