package io.guidepost.storage;

import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns JSON trees into BSON and back, with nothing lost and the order of fields kept. */
public final class JsonBson {

    private JsonBson() {}

    /**
     * A JSON object as BSON.
     *
     * @param json an object of objects, lists, texts, numbers, booleans and nulls
     * @return the same as a BSON document
     */
    public static BsonDocument toBson(ObjectNode json) {
        BsonDocument bson = new BsonDocument();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            bson.append(field.getKey(), value(field.getValue()));
        }
        return bson;
    }

    /**
     * A BSON document as a JSON object.
     *
     * @param bson a document that {@link #toBson} made
     * @return the same as a JSON object
     * @throws IllegalArgumentException if it holds a type that JSON has not
     */
    public static ObjectNode toJson(BsonDocument bson) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        // There are few names, in many objects that stay in memory: one text for each.
        bson.forEach((name, value) -> json.set(name.intern(), node(value)));
        return json;
    }

    /**
     * A JSON object as it comes back from the database: only the kinds of its numbers may be others, {@code 9e99} for a whole number
     * of a hundred digits.
     */
    public static ObjectNode normal(ObjectNode json) {
        return toJson(toBson(json));
    }

    private static BsonValue value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> toBson((ObjectNode) node);
            case ARRAY -> {
                BsonArray array = new BsonArray();
                for (JsonNode item : node) {
                    array.add(value(item));
                }
                yield array;
            }
            case STRING -> new BsonString(node.stringValue());
            case BOOLEAN -> BsonBoolean.valueOf(node.booleanValue());
            case NUMBER -> number(node);
            case NULL -> BsonNull.VALUE;
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("Not JSON: " + node.getNodeType());
        };
    }

    private static BsonValue number(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToInt()) {
            return new BsonInt32(node.intValue());
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return new BsonInt64(node.longValue());
        }
        return new BsonDouble(node.doubleValue());
    }

    private static JsonNode node(BsonValue value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (value.getBsonType()) {
            case DOCUMENT -> toJson(value.asDocument());
            case ARRAY -> {
                ArrayNode array = json.arrayNode();
                value.asArray().forEach(item -> array.add(node(item)));
                yield array;
            }
            case STRING -> json.stringNode(value.asString().getValue());
            case BOOLEAN -> json.booleanNode(value.asBoolean().getValue());
            case INT32 -> json.numberNode(value.asInt32().getValue());
            case INT64 -> json.numberNode(value.asInt64().getValue());
            case DOUBLE -> json.numberNode(value.asDouble().getValue());
            case NULL -> json.nullNode();
            default -> throw new IllegalArgumentException("Not JSON: " + value.getBsonType());
        };
    }
}
