package io.guidepost.comparison;

import io.guidepost.content.DocumentType;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Merges two edits of one content. What only one edit changed is taken from it; what both changed in the same way is no conflict; what both
 * changed differently, or one inside of what the other changed or removed, is never merged. A text is changed as a whole.
 *
 * <p>Lists are merged in two cases only. When both edits left every item in its place, the items are merged one by one; an item that has
 * little in common with the one it replaces counts as changed as a whole. When one edit alone added, removed or moved items, the other's
 * changes of items follow them to their new places, provided that there is no doubt which these are: the item, or its key text, occurs once
 * in the list of either. In all other cases the list is a conflict as a whole, as it is when both edits bring the same item to different places.
 */
public final class ThreeWayMerge {

    private ThreeWayMerge() {}

    /**
     * Merges two edits. The outcome is the same with the edits exchanged.
     *
     * @param base the content that both edits are based on
     * @param theirs the content that one edit made of it
     * @param ours the content that the other made of it
     */
    public static Merge merge(DocumentType type, ObjectNode base, ObjectNode theirs, ObjectNode ours) {
        return new Merging().merge(Shapes.of(type), base, theirs, ours);
    }

    /** The places where the edits conflict, as JSON pointers into the base; none if they can be merged. */
    public static List<String> overlap(DocumentType type, ObjectNode base, ObjectNode theirs, ObjectNode ours) {
        return switch (merge(type, base, theirs, ours)) {
            case Merge.Merged _ -> List.of();
            case Merge.Conflicting conflicting -> conflicting.conflicts().stream().map(Conflict::pointer).toList();
        };
    }
}
