package io.guidepost.comparison;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Partial updates of content. They work on JSON as such; whether the result is of the right shape is for its type to say. */
public final class Patches {

    private Patches() {}

    /**
     * Applies a JSON merge patch (RFC 7386): its values replace those of the content, objects field by field, and null removes.
     *
     * @return a content of its own
     * @throws MalformedPatchException if the patch is not an object
     * @throws PatchTooLargeException if the content would become longer than about a million characters
     */
    public static ObjectNode merge(ObjectNode content, JsonNode patch) {
        if (!(merged(content.deepCopy(), patch) instanceof ObjectNode merged)) {
            throw new MalformedPatchException(-1, "is not an object.");
        }
        if (Extent.of(merged).length() > Extent.LONGEST) {
            throw new PatchTooLargeException(-1,
                    "makes the content longer than " + Extent.LONGEST + " characters.");
        }
        return merged;
    }

    /**
     * Applies a JSON patch (RFC 6902): all of its operations, in order, or none.
     *
     * @param content what it is based on
     * @param newest what its tests are made of, wherever the patch itself has changed nothing before; the same content, unless that has
     *     changed since
     * @param operations the patch, a list of at most 1,000
     * @return a content of its own
     * @throws MalformedPatchException if it is no patch, or leaves no object
     * @throws PathNotFoundException if an operation is about a place that is not there
     * @throws FailedTestException if a test finds another value
     * @throws PatchTooLargeException if there are too many operations, or the content would become longer than about a million characters or
     *     deeper than JSON is read
     */
    public static ObjectNode apply(ObjectNode content, ObjectNode newest, JsonNode operations) {
        return new Patching(content, newest).apply(Operation.all(operations));
    }

    /** The patched value, which is the target itself where that is an object. */
    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch.deepCopy();
        }
        ObjectNode merged = target instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            if (field.getValue().isNull()) {
                merged.remove(field.getKey());
            } else {
                merged.set(field.getKey(), merged(merged.path(field.getKey()), field.getValue()));
            }
        }
        return merged;
    }
}
