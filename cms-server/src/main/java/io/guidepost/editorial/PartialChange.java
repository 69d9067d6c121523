package io.guidepost.editorial;

import io.guidepost.comparison.PatchException;
import io.guidepost.comparison.Patches;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A change of parts of a content, which may be merged with what others have changed since the content that it is based on. */
@FunctionalInterface
public interface PartialChange {

    /**
     * What the change makes of a content, which it leaves as it is.
     *
     * @param base the content that it is based on
     * @param newest the content that it is to be merged with: what it expects must hold of this one; the base where nothing has changed since
     * @throws PatchException if it cannot be made, or expects something else
     */
    ObjectNode of(ObjectNode base, ObjectNode newest);

    /** A JSON merge patch (RFC 7386), which expects nothing. */
    static PartialChange mergePatch(JsonNode patch) {
        return (base, _) -> Patches.merge(base, patch);
    }

    /** A JSON patch (RFC 6902), which expects what its tests say. */
    static PartialChange jsonPatch(JsonNode operations) {
        return (base, newest) -> Patches.apply(base, newest, operations);
    }
}
