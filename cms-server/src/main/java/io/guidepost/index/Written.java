package io.guidepost.index;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of writing entries.
 *
 * @param done the ids of those that were written
 * @param unfit why entries cannot be taken as they are, by id
 * @param refusal why the engine takes none of the others at the moment; null: there are no others
 */
public record Written(Set<String> done, Map<String, String> unfit, @Nullable String refusal) {

    /** Copies what was written. */
    public Written {
        done = Set.copyOf(done);
        unfit = Map.copyOf(unfit);
    }
}
