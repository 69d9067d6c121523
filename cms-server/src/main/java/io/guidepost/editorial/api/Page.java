package io.guidepost.editorial.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of documents.
 *
 * @param items those of this page
 * @param next the {@code after} of the next page; left out on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Page(List<DocumentView> items, @Nullable String next) {

    /** Refuses a page of no or too many items. */
    static void requireLimit(int limit) {
        if (limit < 1 || limit > 100) {
            throw new MalformedQueryException("“limit” must lie between 1 and 100.");
        }
    }
}
