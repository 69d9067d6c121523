package io.guidepost.delivery.reading;

import io.guidepost.content.DocumentType;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What lists are filtered by that only the content of documents tells.
 *
 * @param type the documents' type
 * @param name a field that editors write, or {@link #HAS_FIGURE}
 */
record Facet(DocumentType type, String name) {

    /** Whether any text of the document itself holds a figure, suppressed or not: {@code true} or {@code false}. */
    static final String HAS_FIGURE = "hasFigure";

    /** What a document has in it, each value once: of a list its items, of a single value that one, of no value nothing. */
    List<String> values(ObjectNode content) {
        if (name.equals(HAS_FIGURE)) {
            return List.of(Boolean.toString(!type.figures(content).isEmpty()));
        }
        JsonNode stored = content.path(name);
        return (stored.isArray() ? stored.values().stream() : stored.asOptional().stream())
                .filter(Predicate.not(JsonNode::isNull)).map(JsonNode::asString).distinct().toList();
    }
}
