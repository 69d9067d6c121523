package io.guidepost.delivery.changes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is different between two editions.
 *
 * @param since the id of the earlier; null: nothing was known before
 * @param edition the id of the later
 * @param all in an order that is always the same
 */
public record ChangeList(@Nullable String since, String edition, List<Change> all) {

    /** Copies the list. */
    public ChangeList {
        all = List.copyOf(all);
    }

    /** How many they are. */
    public int size() {
        return all.size();
    }
}
