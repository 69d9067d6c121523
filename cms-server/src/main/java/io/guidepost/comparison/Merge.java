package io.guidepost.comparison;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What came of merging two edits of one content. */
public sealed interface Merge {

    /** Both edits are in it. */
    record Merged(ObjectNode content) implements Merge {}

    /**
     * The edits overlap, so they were not merged.
     *
     * @param conflicts each place where they do; at least one
     */
    record Conflicting(List<Conflict> conflicts) implements Merge {
        public Conflicting {
            conflicts = List.copyOf(conflicts);
        }
    }
}
