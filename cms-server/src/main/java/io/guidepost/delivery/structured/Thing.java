package io.guidepost.delivery.structured;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Something in the terms of schema.org. What content does not say is left out. */
final class Thing {

    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    /** One that is of each of some types. */
    Thing(String... types) {
        if (types.length == 1) {
            node.put("@type", types[0]);
        } else {
            Arrays.stream(types).forEach(node.putArray("@type")::add);
        }
    }

    Thing id(String id) {
        node.put("@id", id);
        return this;
    }

    Thing with(String property, @Nullable Object value) {
        if (value != null) {
            node.put(property, value.toString());
        }
        return this;
    }

    /** A property that is as it stands in content. */
    Thing with(String property, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull() && !(value.isArray() && value.isEmpty())) {
            node.set(property, value);
        }
        return this;
    }

    Thing with(String property, Thing value) {
        node.set(property, value.node);
        return this;
    }

    Thing with(String property, Collection<Thing> values) {
        if (!values.isEmpty()) {
            ArrayNode all = node.putArray(property);
            values.forEach(value -> all.add(value.node));
        }
        return this;
    }

    /** One that is told of elsewhere. */
    Thing reference(String property, String id) {
        node.putObject(property).put("@id", id);
        return this;
    }

    JsonNode node() {
        return node;
    }
}
